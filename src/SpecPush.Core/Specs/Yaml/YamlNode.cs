using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs.Yaml;

/// <summary>A value in a YAML document, with the place where it begins.</summary>
internal abstract record YamlNode(SourceLocation Start);

/// <param name="Start">Where it begins.</param>
/// <param name="Text">As written: what other readers take for a number, a date or a boolean is text here.</param>
/// <param name="IsPlain">Neither quoted nor a block.</param>
/// <param name="End">Just behind its last character.</param>
internal sealed record YamlScalar(SourceLocation Start, string Text, bool IsPlain, SourceLocation End) : YamlNode(Start)
{
    /// <summary>Nothing at all, or one of YAML's words for it.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlSequence(SourceLocation Start, ImmutableArray<YamlNode> Items) : YamlNode(Start);

/// <param name="Start">Where it begins.</param>
/// <param name="Entries">In the order of the file, repeated keys included.</param>
internal sealed record YamlMapping(SourceLocation Start, ImmutableArray<YamlEntry> Entries) : YamlNode(Start);

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Text;
}

/// <summary>The named values of one document.</summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <param name="name">A name may be given again; the last one counts.</param>
    /// <param name="node">The value.</param>
    /// <param name="size">How many nodes it consists of, those of its own aliases included.</param>
    public void Add(string name, YamlNode node, int size) => _anchors[name] = (node, size);

    public bool TryUse(string name, out (YamlNode Node, int Size) anchor)
    {
        _used.Add(name);
        return _anchors.TryGetValue(name, out anchor);
    }

    /// <summary>A name on a text that no alias mentions was most likely meant to be part of the text.</summary>
    public IEnumerable<Finding> Unused() => _anchors
        .Where(anchor => anchor.Value.Node is YamlScalar && !_used.Contains(anchor.Key))
        .Select(static anchor => YamlFindings.UnusedAnchor(anchor.Value.Node.Start, anchor.Key));
}
