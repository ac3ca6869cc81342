using SpecPush.Findings;

namespace SpecPush.Specs.Yaml;

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
