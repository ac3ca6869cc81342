using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>
/// Reads <c>git log --pretty=short --parents --full-history --sparse -m --raw -z</c> as a stream. The fields of a commit are: its
/// header, together with the modes of the first change if there is one; then a path and the modes of the next change, alternating;
/// and an empty field after the last path.
/// </summary>
internal static class HistoryLog
{
    private const string Header = "commit ";

    public static readonly ImmutableArray<string> Arguments =
    [
        // With other values, git would show less of merges and root commits, or other files than the given ones.
        "-c", "log.diffMerges=separate", "-c", "log.showRoot=true", "-c", "log.follow=false",
        "--literal-pathspecs", "log", "--pretty=short", "--no-color", "--no-decorate", "--no-show-signature", "--no-notes", "--parents", "--no-abbrev-commit",
        "--full-history", "--sparse", "-m", "--raw", "--no-renames", "-z",
    ];

    public static async IAsyncEnumerable<HistoryEntry> ReadAsync(Stream output, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = ImmutableArray.CreateBuilder<string>();
        HistoryEntry? entry = null;
        var isPath = false;
        await foreach (var field in FieldsAsync(output, cancellationToken))
        {
            if (isPath)
            {
                changed.Add(field);
                isPath = false;
            }
            else if (field.StartsWith(':'))
            {
                isPath = true;
            }
            else if (field.StartsWith(Header, StringComparison.Ordinal))
            {
                if (entry is not null)
                {
                    yield return entry with { Changed = changed.ToImmutable() };
                }

                entry = ReadHeader(field);
                changed.Clear();
                isPath = field[(field.LastIndexOf('\n') + 1)..].StartsWith(':');
            }
        }

        if (entry is not null)
        {
            yield return entry with { Changed = changed.ToImmutable() };
        }
    }

    // "commit <hash> <parents> (from <parent>)"; the last part only for merges, which git compares with each parent.
    private static HistoryEntry ReadHeader(string field)
    {
        var words = field.Split('\n', 2)[0].TrimEnd(')').Split(' ');
        return words is [.. var merge, "(from", var parent]
            ? new HistoryEntry(merge[1], [.. merge[2..]], parent, [])
            : new HistoryEntry(words[1], [.. words[2..]], words.ElementAtOrDefault(2), []);
    }

    private static async IAsyncEnumerable<string> FieldsAsync(Stream output, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(output, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        var field = new StringBuilder();
        var buffer = new char[64 * 1024];
        for (int length; (length = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, '\0', start, length - start)) >= 0; start = end + 1)
            {
                yield return field.Append(buffer, start, end - start).ToString();
                field.Clear();
            }

            field.Append(buffer, start, length - start);
        }

        // The last header has no terminator if its commit has no changes.
        if (field.Length > 0)
        {
            yield return field.ToString();
        }
    }
}

/// <summary>What changed in a commit compared with one of its parents, or with nothing (null) if it has no parents.</summary>
internal sealed record HistoryEntry(string Commit, ImmutableArray<string> Parents, string? ComparedWith, ImmutableArray<string> Changed);
