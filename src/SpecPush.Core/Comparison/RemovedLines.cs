using System.Globalization;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Findings;

namespace SpecPush.Comparison;

/// <summary>Finds where in the checkout something was that is gone: the last line above it that is still there.</summary>
internal sealed class RemovedLines(IRepository repository, BaseFiles files)
{
    // In a larger file, which a tool has written, no line helps a reviewer.
    private const int MaxLength = 2 * 1024 * 1024;

    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Reads what the base has of the files that lost tests.</summary>
    public Task ReadAsync(IEnumerable<RequirementChange> changes, CancellationToken cancellationToken)
    {
        var paths = changes.SelectMany(static change => change.LostTests).Select(static place => PlaceIn(place).Path).Where(files.Others.ContainsKey).Distinct(StringComparer.Ordinal)
            .ToLookup(path => files.Others[path], StringComparer.Ordinal);
        return repository.ReadBlobsAsync([.. paths.Select(static blob => blob.Key)], (blob, content) => Keep([.. paths[blob]], content), cancellationToken);
    }

    /// <summary>In a file that still exists; else where the requirement is.</summary>
    public SourceLocation Find(RequirementChange change) =>
        change.LostTests.Select(PlaceIn).Select(Find).FirstOrDefault(static place => place is not null) ?? new SourceLocation(change.Path, change.Line);

    private SourceLocation? Find((string Path, int Line) removed)
    {
        var file = Path.Combine(repository.Root, removed.Path);
        if (!_contents.TryGetValue(removed.Path, out var content) || !new WorkTree(repository.Root).HasRegularFile(removed.Path) || new FileInfo(file).Length > MaxLength)
        {
            return null;
        }

        try
        {
            return new SourceLocation(removed.Path, Find(Lines(content), Lines(File.ReadAllBytes(file)), removed.Line));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Find(string[] old, string[] now, int line)
    {
        var (oldOnes, ones) = (OnlyOnes(old), OnlyOnes(now));
        var above = Math.Min(line, old.Length) - 1;
        while (above > 0 && !(oldOnes.ContainsKey(old[above - 1]) && ones.ContainsKey(old[above - 1])))
        {
            above--;
        }

        // Lines that the file has more than once, such as closing braces, tell nothing by themselves, but behind that one they do.
        var kept = above == 0 ? 0 : ones[old[above - 1]];
        while (above < line - 1 && kept < now.Length && old[above] == now[kept])
        {
            above++;
            kept++;
        }

        return Math.Max(1, kept);
    }

    // Each line that the file has once, with its number.
    private static Dictionary<string, int> OnlyOnes(string[] lines) => lines.Select(static (text, index) => (Text: text, Line: index + 1))
        .Where(static line => line.Text.Length > 0)
        .GroupBy(static line => line.Text, StringComparer.Ordinal)
        .Where(static same => same.Count() == 1)
        .ToDictionary(static same => same.Key, static same => same.First().Line, StringComparer.Ordinal);

    private static string[] Lines(byte[] content) => [.. Encoding.UTF8.GetString(content).Split('\n').Select(static line => line.Trim())];

    private static (string Path, int Line) PlaceIn(string place)
    {
        var colon = place.LastIndexOf(':');
        return (place[..colon], int.Parse(place.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    private void Keep(string[] paths, Stream content)
    {
        if (content.Length > MaxLength)
        {
            return;
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        foreach (var path in paths)
        {
            _contents[path] = bytes;
        }
    }
}
