using System.IO.Compression;
using static SpecPush.Testing.TestRepository;

namespace SpecPush.Release.Tests;

/// <summary>A release of these sources that is published to nowhere: .ci/release dry-run in a clone, with a version of its own.</summary>
internal sealed class DryRun : IDisposable
{
    public const string Image = "registry.example/specpush/specpush@sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730";

    private readonly TemporaryFolder _folder = new();

    public DryRun()
    {
        Clone = _folder.PathOf("clone");
        Released = _folder.PathOf("released");
        GitIn(_folder.Path, "clone", "--quiet", SourceTree.Root, Clone);
        CopyChanges();
        Version = NextVersion(Run("version").Succeeded().StandardOutput.Trim());
        ReplaceIn("CHANGELOG.md", "\n## ", "\n## Unreleased\n\n- Something new.\n\n## ");
        Run("prepare", Version).Succeeded();
        Commit("Prepare a version");
    }

    /// <summary>The sources with the new version.</summary>
    public string Clone { get; }

    /// <summary>What the dry run leaves.</summary>
    public string Released { get; }

    public string Version { get; }

    public string Major => $"v{Version.Split('.')[0]}";

    public string Origin => Path.Combine(Released, "origin.git");

    public CommandResult Run(params string[] arguments) => RunIn(Clone, arguments);

    public static CommandResult RunIn(string folder, params string[] arguments) => Command.Run(folder, "bash", [Path.Combine(folder, ".ci", "release"), .. arguments]);

    public void Commit(string message)
    {
        GitIn(Clone, "add", "--all");
        GitIn(Clone, "commit", "--quiet", "--message", message);
    }

    public void ReplaceIn(string path, string old, string text)
    {
        var file = Path.Combine(Clone, path);
        var content = File.ReadAllText(file);
        var at = content.IndexOf(old, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, $"{path} has no '{old}'");
        File.WriteAllText(file, content[..at] + text + content[(at + old.Length)..]);
    }

    public ZipArchive Open(string package) => ZipFile.OpenRead(PathOf($"{package}.{Version}.nupkg"));

    public string PathOf(string file) => Path.Combine(Released, "packages", file);

    public void Dispose() => _folder.Dispose();

    // What is not committed yet is tested, too.
    private void CopyChanges()
    {
        foreach (var path in GitIn(SourceTree.Root, "ls-files", "--modified", "--others", "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var target = Path.Combine(Clone, path);
            File.Delete(target);
            if (File.Exists(SourceTree.PathOf(path)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(SourceTree.PathOf(path), target);
            }
        }
    }

    private static string NextVersion(string version) => System.Version.Parse(version) is var parsed ? $"{parsed.Major}.{parsed.Minor + 1}.0" : "";
}
