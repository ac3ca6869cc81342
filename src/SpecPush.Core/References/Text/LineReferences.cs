using System.Collections.Frozen;
using System.Text;
using SpecPush.Acids;

namespace SpecPush.References.Text;

/// <summary>Collects the references of one file: each ACID once per line, however often the line repeats it.</summary>
internal sealed class LineReferences(string path, FoundReferences found)
{
    private readonly bool _isTest = TestPath.IsTest(path);
    private readonly HashSet<string> _onThisLine = new(StringComparer.Ordinal);
    private int _line = 1;

    /// <summary>Adds what <paramref name="text"/> refers to.</summary>
    /// <param name="text">Begins where the last text was certain.</param>
    /// <param name="certain">Up to where the text counts; what is behind comes again, with more behind it.</param>
    /// <param name="isContinued">Whether the text begins in the middle of a word.</param>
    /// <returns>Up to where it was taken: less than certain where a name reaches beyond.</returns>
    public int Add(ReadOnlySpan<byte> text, int certain, bool isContinued)
    {
        var counted = 0;
        var scanner = new AcidScanner(text, found.LooksForGroups);
        while (scanner.MoveNext() && scanner.Start < certain)
        {
            if (scanner.End > certain && scanner.Start > 0)
            {
                certain = scanner.Start;
                break;
            }

            // The end of a word that began in the last text is no name of its own.
            if (scanner.Start > 0 || !isContinued)
            {
                CountLines(text[counted..scanner.Start]);
                counted = scanner.Start;
                Add(Encoding.ASCII.GetString(scanner.Current), scanner.IsGroup);
            }
        }

        CountLines(text[counted..certain]);
        return certain;
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
        if ((!isGroup || found.IsGroup(name)) && _onThisLine.Add(name))
        {
            (isGroup ? found.Partial : found.References).Add(new Reference(name, path, _line, _isTest));
        }
    }
}

/// <summary>What is found in files, one after another.</summary>
/// <param name="groups">The groups of the specs, as <c>feature.GROUP</c>.</param>
internal sealed class FoundReferences(FrozenSet<string> groups)
{
    public List<Reference> References { get; } = [];

    /// <summary>The places that name a group and no requirement; their ACID is that of the group.</summary>
    public List<Reference> Partial { get; } = [];

    public bool LooksForGroups => groups.Count > 0;

    public bool IsGroup(string name) => groups.Contains(name);
}
