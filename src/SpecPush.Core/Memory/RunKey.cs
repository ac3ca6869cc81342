using System.Globalization;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Memory;

/// <summary>
/// Hashes everything that a run depends on, without reading files of the repository. Runs with the same key have the same result.
/// </summary>
/// <param name="Raw">The settings as the user wrote them.</param>
/// <param name="Settings">The checked settings, with addresses that may come from the environment.</param>
/// <param name="Context">Repository, branch and commit.</param>
/// <param name="Status">The checkout's status.</param>
internal sealed record RunKey(RawSettings Raw, PushSettings Settings, PushContext Context, RepositoryStatus Status)
{
    /// <summary>The commit that the requirements are compared with.</summary>
    public string? ComparedCommit { get; init; }

    public async Task<string> ComputeAsync(IRepository repository, string manifestsPath, Fingerprints fingerprints, CancellationToken cancellationToken)
    {
        var text = new StringBuilder()
            .AppendLine(ProductVersion.Text)
            .AppendLine(Raw.ToString())
            .AppendLine(Settings.ApiUrl.ToString())
            .AppendLine(Context.ToString())
            .AppendLine(CultureInfo.InvariantCulture, $"{Status.HeadCommit} {Status.IsShallow} {Status.IsSparse} {Status.Behind} {ComparedCommit}");

        // Without git, listing the files is the cheapest way to find changes.
        var changed = Status.GitDirectory is null
            ? (await repository.ListFilesAsync(includeUntracked: true, cancellationToken)).Files.Select(static file => file.Path)
            : Status.Changes.Select(static change => change.Path);
        foreach (var file in changed.Except(WrittenByRuns()))
        {
            AppendFile(text, Path.Combine(Status.Root, file), file);
        }

        var given = Settings.Comparison.Manifests is { } path ? Path.GetFullPath(path, Status.Root) : null;
        if (given is not null)
        {
            // A collected file; the manifests of a folder are hashed instead.
            AppendFile(text, given, given);
        }

        foreach (var (name, hash) in ManifestFile.Hashes(manifestsPath).Concat(given is null ? [] : ManifestFile.Hashes(given)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} {hash}");
        }

        return fingerprints.Name(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // A run changes these files itself, and they do not affect the next run.
    private IEnumerable<string> WrittenByRuns() => Settings.Reports.All.Select(path => RepositoryPath.From(Status.Root, Path.GetFullPath(path, Status.Root)));

    // A rewritten file has another time, even if its length is the same.
    private static void AppendFile(StringBuilder text, string file, string name)
    {
        var info = new FileInfo(file);
        text.AppendLine(CultureInfo.InvariantCulture, $"{name} {(info.Exists ? info.Length : -1)} {(info.Exists ? info.LastWriteTimeUtc.Ticks : 0)}");
    }
}
