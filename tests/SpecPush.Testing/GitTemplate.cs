namespace SpecPush.Testing;

/// <summary>What <c>git init</c> copies into the repositories of tests, instead of the sample hooks: one process per repository, and none to tidy up after a commit.</summary>
internal static class GitTemplate
{
    private static readonly TemporaryFolder Folder = Create();

    public static string Option { get; } = $"--template={Folder.Path}";

    private static TemporaryFolder Create()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        folder.Write("config", """
            [remote "origin"]
                url = https://github.com/my-org/my-repo.git
                fetch = +refs/heads/*:refs/remotes/origin/*
            [gc]
                auto = 0
            [maintenance]
                auto = false

            """);
        Directory.CreateDirectory(folder.PathOf("hooks"));
        Directory.CreateDirectory(folder.PathOf("info"));
        return folder;
    }
}
