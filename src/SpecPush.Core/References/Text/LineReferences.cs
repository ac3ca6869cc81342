using System.Collections.Frozen;
using System.Text;
using SpecPush.Acids;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>Collects the references of one file after another: each ACID once per line, however often the line repeats it.</summary>
internal sealed class LineReferences(FoundReferences found)
{
    private readonly HashSet<string> _onThisLine = new(StringComparer.Ordinal);
    private string _path = "";
    private int _line;

    // Only files that refer to something are asked for; null as long as this one was not.
    private bool? _isTest;

    /// <summary>What is added from now on is in another file.</summary>
    public void Begin(string path)
    {
        (_path, _line, _isTest) = (path, 1, null);
        _onThisLine.Clear();
    }

    /// <summary>Adds what <paramref name="text"/> refers to.</summary>
    /// <param name="text">Begins where the last text was certain.</param>
    /// <param name="certain">Up to where the text counts; what is behind comes again, with more behind it.</param>
    /// <param name="isContinued">Whether the text begins in the middle of a word.</param>
    /// <returns>Up to where it was taken: less than certain where a name reaches beyond.</returns>
    public int Add(ReadOnlySpan<byte> text, int certain, bool isContinued)
    {
        var (counted, taken) = AddNames(text, certain, isContinued);
        CountLines(text[counted..taken]);
        return taken;
    }

    /// <summary>Adds what <paramref name="text"/> refers to, behind which the file has nothing.</summary>
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

            // The end of a word that began in the last text is no name of its own.
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
        if (text.Count((byte)'\n') is > 0 and var lines)
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

/// <summary>What is found in files, one after another.</summary>
/// <param name="groups">The groups of the specs, as <c>feature.GROUP</c>.</param>
internal sealed class FoundReferences(FrozenSet<string> groups)
{
    private const int MaxOnStack = 512;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _groups = groups.GetAlternateLookup<ReadOnlySpan<char>>();

    public List<Reference> References { get; } = [];

    /// <summary>The places that name a group and no requirement; their ACID is that of the group.</summary>
    public List<Reference> Partial { get; } = [];

    /// <summary>What contents refer to that were not known, by content.</summary>
    public Dictionary<BlobId, TextReference[]> Learned { get; } = [];

    /// <summary>How many files were opened.</summary>
    public int FilesRead { get; set; }

    public bool LooksForGroups => groups.Count > 0;

    /// <summary>Whether there is a group of this name, which is ASCII.</summary>
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
