using System.Collections.Frozen;
using System.Text;
using SpecPush.Acids;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>Collects the references of one file after another, each ACID once per line.</summary>
internal sealed class LineReferences(FoundReferences found)
{
    private readonly HashSet<string> _onThisLine = new(StringComparer.Ordinal);
    private string _path = "";
    private int _line;

    // Already counted as the end of a line, of which a line feed at the beginning of the next part may be the rest.
    private bool _endedWithReturn;

    // Null until needed: only files with references are checked.
    private bool? _isTest;

    /// <summary>Starts the next file.</summary>
    public void Begin(string path)
    {
        (_path, _line, _endedWithReturn, _isTest) = (path, 1, false, null);
        _onThisLine.Clear();
    }

    /// <summary>Adds the references in a part of the file.</summary>
    /// <param name="text">Starts where the last call stopped.</param>
    /// <param name="certain">How much of the text is complete; the caller passes the rest again, with more text after it.</param>
    /// <param name="isContinued">Whether the text begins in the middle of a word.</param>
    /// <returns>How much was consumed: less than <paramref name="certain"/> if a name extends beyond it.</returns>
    public int Add(ReadOnlySpan<byte> text, int certain, bool isContinued)
    {
        var (counted, taken) = AddNames(text, certain, isContinued);
        CountLines(text[counted..taken]);
        return taken;
    }

    /// <summary>Adds the references in the last part of the file.</summary>
    public void AddLast(ReadOnlySpan<byte> text, bool isContinued) => AddNames(text, text.Length, isContinued);

    private (int Counted, int Taken) AddNames(ReadOnlySpan<byte> text, int certain, bool isContinued)
    {
        var counted = 0;
        var scanner = new AcidScanner(text, found.LooksForGroups);
        while (scanner.MoveNext() && scanner.Start < certain)
        {
            if (scanner.End > certain && scanner.Start > 0)
            {
                return (counted, scanner.Start);
            }

            // The rest of a word that began in the previous part is not a name.
            if ((scanner.Start > 0 || !isContinued) && (!scanner.IsGroup || found.IsGroup(scanner.Current)))
            {
                CountLines(text[counted..scanner.Start]);
                counted = scanner.Start;
                Add(Encoding.ASCII.GetString(scanner.Current), scanner.IsGroup);
            }
        }

        return (counted, certain);
    }

    private void CountLines(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        if (!text.IsEmpty && (_endedWithReturn || text.Contains((byte)'\r')))
        {
            lines += LoneReturns.CountIn(text) - (_endedWithReturn && text[0] == '\n' ? 1 : 0);
            _endedWithReturn = text[^1] == '\r';
        }

        if (lines > 0)
        {
            _line += lines;
            _onThisLine.Clear();
        }
    }

    private void Add(string name, bool isGroup)
    {
        if (_onThisLine.Add(name))
        {
            (isGroup ? found.Partial : found.References).Add(new Reference(name, _path, _line, _isTest ??= TestPath.IsTest(_path)));
        }
    }
}

/// <summary>The references found in all files.</summary>
/// <param name="groups">The groups of the specs, as <c>feature.GROUP</c>.</param>
internal sealed class FoundReferences(FrozenSet<string> groups)
{
    private const int MaxOnStack = 512;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _groups = groups.GetAlternateLookup<ReadOnlySpan<char>>();

    public List<Reference> References { get; } = [];

    /// <summary>References to a group without a requirement; their ACID is the group.</summary>
    public List<Reference> Partial { get; } = [];

    /// <summary>The references of contents that were not known before, by content.</summary>
    public Dictionary<BlobId, TextReference[]> Learned { get; } = [];

    public int FilesRead { get; set; }

    public bool LooksForGroups => groups.Count > 0;

    /// <summary>Whether a group has this ASCII name.</summary>
    public bool IsGroup(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxOnStack)
        {
            return groups.Contains(Encoding.ASCII.GetString(name));
        }

        Span<char> text = stackalloc char[name.Length];
        Encoding.ASCII.GetChars(name, text);
        return _groups.Contains(text);
    }
}
