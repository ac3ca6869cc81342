using System.Globalization;
using System.Text;
using SpecPush.Checkout;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Memory;

/// <summary>
/// Names everything that a run depends on, from what is known before any file of the repository is read: equal key, equal result.
/// </summary>
internal static class RunKey
{
    public static async Task<string> ComputeAsync(
        RawSettings raw,
        PushSettings settings,
        PushContext context,
        IRepository repository,
        RepositoryStatus status,
        StateDirectory state,
        Fingerprints fingerprints,
        CancellationToken cancellationToken)
    {
        var text = new StringBuilder()
            .AppendLine(ProductVersion.Text)
            .AppendLine(raw.ToString())
            .AppendLine(settings.ApiUrl.ToString())
            .AppendLine(context.ToString())
            .AppendLine(CultureInfo.InvariantCulture, $"{status.HeadCommit} {status.IsShallow} {status.IsSparse} {status.Behind}");

        // Without git there is no cheaper question than which files there are.
        var changed = status.GitDirectory is null
            ? (await repository.ListFilesAsync(includeUntracked: true, cancellationToken)).Files.Select(static file => file.Path)
            : status.Changes.Select(static change => $"{change.Path}");
        foreach (var path in changed)
        {
            AppendFile(text, Path.Combine(status.Root, path), path);
        }

        foreach (var (name, hash) in ManifestFile.Hashes(state.ManifestsPath))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} {hash}");
        }

        return fingerprints.Name(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // A file that is written anew has another time, even if its length is the same.
    private static void AppendFile(StringBuilder text, string file, string name)
    {
        var info = new FileInfo(file);
        text.AppendLine(CultureInfo.InvariantCulture, $"{name} {(info.Exists ? info.Length : -1)} {(info.Exists ? info.LastWriteTimeUtc.Ticks : 0)}");
    }
}
