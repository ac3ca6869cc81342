using System.Diagnostics;

namespace SpecPush.Tests.Infrastructure;

/// <summary>A real git repository for one test, on a machine whose user has configured nothing.</summary>
internal sealed class TestRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestRepository(string folder = "repository", string branch = "main", string objectFormat = "sha1")
    {
        Path = System.IO.Path.Combine(_folder.Path, folder);
        Directory.CreateDirectory(Path);
        Git("init", "-q", "-b", branch, $"--object-format={objectFormat}");
        Git("remote", "add", "origin", "https://github.com/my-org/my-repo.git");
    }

    public string Path { get; }

    public string Scratch => _folder.Path;

    public string Head => Git("rev-parse", "HEAD");

    public string StatePath => System.IO.Path.Combine(Git("rev-parse", "--absolute-git-dir"), "specpush");

    /// <summary>The time of the next commits, in the form of <c>GIT_COMMITTER_DATE</c>; null for now.</summary>
    public string? CommitTime { get; set; }

    public void Write(string path, string content)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public void Delete(string path) => File.Delete(System.IO.Path.Combine(Path, path));

    public string Commit(string message = "Change")
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Head;
    }

    public string Git(params string[] arguments) => Run(Path, CommitTime, arguments);

    public static string GitIn(string folder, params string[] arguments) => Run(folder, null, arguments);

    private static string Run(string folder, string? commitTime, string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "protocol.file.allow=always", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = commitTime;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        _folder.Dispose();
    }
}
