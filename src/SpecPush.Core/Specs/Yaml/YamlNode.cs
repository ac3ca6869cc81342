using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs.Yaml;

/// <summary>A value in a YAML document, with its location.</summary>
internal abstract record YamlNode(SourceLocation Start);

/// <param name="Start">Where it begins.</param>
/// <param name="Text">As written, even if YAML would read it as a number, a date or a boolean.</param>
/// <param name="IsPlain">Whether it is neither quoted nor a block.</param>
/// <param name="End">The location after its last character.</param>
internal sealed record YamlScalar(SourceLocation Start, string Text, bool IsPlain, SourceLocation End) : YamlNode(Start)
{
    /// <summary>Whether it is empty or one of YAML's spellings of null.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlSequence(SourceLocation Start, ImmutableArray<YamlNode> Items) : YamlNode(Start);

/// <param name="Start">Where it begins.</param>
/// <param name="Entries">In the order of the file, including repeated keys.</param>
internal sealed record YamlMapping(SourceLocation Start, ImmutableArray<YamlEntry> Entries) : YamlNode(Start);

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Text;
}

/// <summary>The anchors of one document.</summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <param name="name">The anchor; a later value with the same anchor replaces this one.</param>
    /// <param name="node">The value.</param>
    /// <param name="size">How many nodes it has, including those of its own aliases.</param>
    public void Add(string name, YamlNode node, int size) => _anchors[name] = (node, size);

    public bool TryUse(string name, out (YamlNode Node, int Size) anchor)
    {
        _used.Add(name);
        return _anchors.TryGetValue(name, out anchor);
    }

    /// <summary>Finds anchors of texts that no alias uses, which were probably meant as part of the text.</summary>
    public IEnumerable<Finding> Unused() => _anchors
        .Where(anchor => anchor.Value.Node is YamlScalar && !_used.Contains(anchor.Key))
        .Select(static anchor => YamlFindings.UnusedAnchor(anchor.Value.Node.Start, anchor.Key));
}
