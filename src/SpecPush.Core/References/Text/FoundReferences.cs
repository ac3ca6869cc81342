using System.Collections.Frozen;

namespace SpecPush.References.Text;

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
