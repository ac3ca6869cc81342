using System.Globalization;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Memory;

/// <summary>
/// Names everything that a run depends on, from what is known before any file of the repository is read: equal key, equal result.
/// </summary>
/// <param name="Raw">The settings as the user wrote them.</param>
/// <param name="Settings">The settings as checked: addresses may come from the environment.</param>
/// <param name="Context">What a push would be about.</param>
/// <param name="Status">What git says of the checkout.</param>
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

        // Without git there is no cheaper question than which files there are.
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
            // A collected file; a folder has hashes.
            AppendFile(text, given, given);
        }

        foreach (var (name, hash) in ManifestFile.Hashes(manifestsPath).Concat(given is null ? [] : ManifestFile.Hashes(given)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} {hash}");
        }

        return fingerprints.Name(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // These change because a run ended; they do not change how the next one ends.
    private IEnumerable<string> WrittenByRuns() => Settings.Reports.All.Select(path => RepositoryPath.From(Status.Root, Path.GetFullPath(path, Status.Root)));

    // A file that is written anew has another time, even if its length is the same.
    private static void AppendFile(StringBuilder text, string file, string name)
    {
        var info = new FileInfo(file);
        text.AppendLine(CultureInfo.InvariantCulture, $"{name} {(info.Exists ? info.Length : -1)} {(info.Exists ? info.LastWriteTimeUtc.Ticks : 0)}");
    }
}
