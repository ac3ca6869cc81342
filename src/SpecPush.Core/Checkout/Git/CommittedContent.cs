using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Reads files as they were committed, without filters and line-end conversion.</summary>
internal static class CommittedContent
{
    public static Task<ImmutableDictionary<string, byte[]>> ReadAsync(Git git, IEnumerable<string> paths, CancellationToken cancellationToken) =>
        // git reads the names from its input line by line.
        ReadAsync(git, paths.Where(static path => !path.Contains('\n', StringComparison.Ordinal)).Select(static path => (path, $"HEAD:{path}")).ToArray(), cancellationToken);

    /// <summary>The content of each object, by the name that the caller gave it.</summary>
    public static async Task<ImmutableDictionary<string, byte[]>> ReadAsync(
        Git git, IReadOnlyCollection<(string Name, string Object)> objects, CancellationToken cancellationToken)
    {
        var answer = objects.Count == 0
            ? null
            : await git.RunAsync(["cat-file", "--batch"], cancellationToken, string.Concat(objects.Select(static file => $"{file.Object}\n")));
        return Parse(objects.Select(static file => file.Name), answer?.Output ?? default);
    }

    // git prints "<hash> <type> <size>\n<content>\n" for each object, or a line such as "HEAD:path missing".
    private static ImmutableDictionary<string, byte[]> Parse(IEnumerable<string> names, ReadOnlyMemory<byte> rest)
    {
        var contents = ImmutableDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            var header = Encoding.UTF8.GetString(rest.Span[..end]).Split(' ');
            rest = rest[(end + 1)..];
            if (header is not [var hash, var type, var size] || !CommitHash.IsValid(hash) || !int.TryParse(size, CultureInfo.InvariantCulture, out var length))
            {
                continue;
            }

            if (length >= rest.Length)
            {
                break;
            }

            if (type == "blob")
            {
                contents[name] = rest[..length].ToArray();
            }

            rest = rest[(length + 1)..];
        }

        return contents.ToImmutable();
    }
}
