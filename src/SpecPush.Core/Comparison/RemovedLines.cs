using System.Globalization;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;

namespace SpecPush.Comparison;

/// <summary>Finds where a removed line was in the checkout: at the last line above it that still exists.</summary>
internal sealed class RemovedLines(IRepository repository, BaseFiles files)
{
    // A larger file was generated, and a line in it would not help a reviewer.
    private const int MaxLength = 2 * 1024 * 1024;

    private static readonly string[] LineEnds = ["\r\n", "\r", "\n"];

    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Reads the base's contents of files that lost tests.</summary>
    public Task ReadAsync(IEnumerable<RequirementChange> changes, CancellationToken cancellationToken)
    {
        var paths = changes.SelectMany(static change => change.LostTests).Select(static place => PlaceIn(place).Path).Where(files.Others.ContainsKey).Distinct(StringComparer.Ordinal)
            .ToLookup(path => files.Others[path], StringComparer.Ordinal);
        return repository.ReadBlobsAsync([.. paths.Select(static blob => blob.Key)], (blob, content) => Keep([.. paths[blob]], content), cancellationToken);
    }

    /// <summary>The place in a file that still exists; otherwise the requirement's own place.</summary>
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
            return new SourceLocation(removed.Path, Find(Lines(content), Lines(RegularFile.ReadAllBytes(file)), removed.Line));
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

        // Repeated lines, such as closing braces, can be matched only directly after a unique line.
        var kept = above == 0 ? 0 : ones[old[above - 1]];
        while (above < Math.Min(line, old.Length) - 1 && kept < now.Length && old[above] == now[kept])
        {
            above++;
            kept++;
        }

        return Math.Max(1, kept);
    }

    // The lines that occur only once, with their numbers.
    private static Dictionary<string, int> OnlyOnes(string[] lines) => lines.Select(static (text, index) => (Text: text, Line: index + 1))
        .Where(static line => line.Text.Length > 0)
        .GroupBy(static line => line.Text, StringComparer.Ordinal)
        .Where(static same => same.Count() == 1)
        .ToDictionary(static same => same.Key, static same => same.First().Line, StringComparer.Ordinal);

    private static string[] Lines(byte[] content)
    {
        using var text = new StreamReader(new MemoryStream(content));
        return [.. text.ReadToEnd().Split(LineEnds, StringSplitOptions.None).Select(static line => line.Trim())];
    }

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
