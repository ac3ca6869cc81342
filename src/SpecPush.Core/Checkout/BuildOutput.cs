namespace SpecPush.Checkout;

/// <summary>Folders of untracked files that tools wrote, in repositories that forgot to ignore them.</summary>
internal static class BuildOutput
{
    private static readonly string[] Folders = ["bin", "obj", ".vs", ".idea", "TestResults", "node_modules"];

    public static bool Contains(FileChange change) => change.Kind == FileChangeKind.Untracked && Contains(change.Path);

    public static bool Contains(string path) => path.Split('/').SkipLast(1).Any(Folders.Contains);
}
