using System.Collections.Immutable;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Finds the last commit of many files in one walk over the history, and stops as soon as all are found.</summary>
internal sealed class GitHistory(Git git)
{
    // Every path is compared with every changed one, so beyond this their folders are cheaper.
    private const int MostPaths = 64;

    public async Task<ImmutableDictionary<string, string>> FindAsync(string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var boundary = await ShallowBoundaryAsync(cancellationToken);
        var walk = new HistoryWalk(commit, paths);
        using var process = git.Start(
        [
            "--literal-pathspecs", "log", "--pretty=short", "--no-color", "--no-decorate", "--no-show-signature", "--no-notes", "--parents", "--no-abbrev-commit",
            "--full-history", "--sparse", "-m", "--name-only", "--no-renames", "-z", commit, "--", .. PathSpecs(paths),
        ]);
        await using var kill = cancellationToken.Register(() => Git.Kill(process));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await foreach (var field in FieldsAsync(process.StandardOutput.BaseStream))
        {
            walk.Read(field);
            if (walk.IsComplete)
            {
                break;
            }
        }

        walk.Finish();
        Git.Kill(process);
        await process.WaitForExitAsync(CancellationToken.None);
        await error;
        cancellationToken.ThrowIfCancellationRequested();
        return walk.Found.Where(found => !boundary.Contains(found.Value)).ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> PathSpecs(IReadOnlyCollection<string> paths) => paths.Count <= MostPaths
        ? paths
        : paths.Select(static path => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : ".").Distinct(StringComparer.Ordinal) is var folders && folders.Count() <= MostPaths
            ? folders
            : ["."];

    // The commits at which a shallow clone ends: every file of theirs looks as if it had been added there.
    private async Task<HashSet<string>> ShallowBoundaryAsync(CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-parse", "--git-path", "shallow"], cancellationToken);
        var file = Path.GetFullPath(answer.Text, git.Root);
        return File.Exists(file) ? [.. await File.ReadAllLinesAsync(file, cancellationToken)] : [];
    }

    private static async IAsyncEnumerable<string> FieldsAsync(Stream output)
    {
        using var reader = new StreamReader(output, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        var field = new StringBuilder();
        var buffer = new char[64 * 1024];
        for (int length; (length = await reader.ReadAsync(buffer)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, '\0', start, length - start)) >= 0; start = end + 1)
            {
                yield return field.Append(buffer, start, end - start).ToString();
                field.Clear();
            }

            field.Append(buffer, start, length - start);
        }

        if (field.Length > 0)
        {
            yield return field.ToString();
        }
    }
}
