using System.Text.RegularExpressions;

namespace SpecPush.Testing;

/// <summary>A real git repository for one test, without the user's git configuration.</summary>
internal sealed partial class TestRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _name;

    public TestRepository(string folder = "repository", string branch = "main", string objectFormat = "sha1")
    {
        _name = folder;
        Path = _folder.PathOf(folder);
        Directory.CreateDirectory(Path);
        Git("init", "-q", "-b", branch, $"--object-format={objectFormat}", GitTemplate.Option);
    }

    public string Path { get; }

    public string Scratch => _folder.Path;

    public string Head => Git("rev-parse", "HEAD");

    public string StatePath => field ??= System.IO.Path.Combine(Git("rev-parse", "--absolute-git-dir"), "specpush");

    /// <summary>The time of the next commits, in the form of <c>GIT_COMMITTER_DATE</c>; null for now.</summary>
    public string? CommitTime { get; set; }

    public void Write(string path, string content) => _folder.Write($"{_name}/{path}", content);

    public void Delete(string path) => File.Delete(System.IO.Path.Combine(Path, path));

    public string Commit(string message = "Change")
    {
        Git("add", "-A");
        return Committed.Match(Git("-c", "core.abbrev=no", "commit", "--allow-empty", "-m", message)).Groups["hash"].Value;
    }

    public string Git(params string[] arguments) => Run(Path, CommitTime, arguments);

    public static string GitIn(string folder, params string[] arguments) => Run(folder, null, arguments);

    private static string Run(string folder, string? commitTime, string[] arguments)
    {
        string[] configured = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "protocol.file.allow=always", .. arguments];
        var times = commitTime is null ? null : new Dictionary<string, string> { ["GIT_AUTHOR_DATE"] = commitTime, ["GIT_COMMITTER_DATE"] = commitTime };
        var result = Command.Run(folder, "git", configured, times);
        return result.ExitCode == 0 ? result.StandardOutput.Trim() : throw new InvalidOperationException($"git {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Output}");
    }

    public void Dispose() => _folder.Dispose();

    // As in "[main (root-commit) 9e58d52…] Change".
    [GeneratedRegex(@"^\[.*? (?<hash>[0-9a-f]{40,64})\]")]
    private static partial Regex Committed { get; }
}
