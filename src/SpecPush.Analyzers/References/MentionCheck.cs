using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Analyzers.References;

/// <summary>Checks mentions in text against the specs.</summary>
internal sealed class MentionCheck(EditorSettings settings, RequirementIndex index)
{
    /// <summary>The finding about a mention, if any.</summary>
    public Finding? Check(Mention mention)
    {
        if (!settings.IsWanted(mention.Feature))
        {
            return null;
        }

        // The compiler knows the place, and the messages do not contain it.
        var reference = new Reference(mention.Name, Path: "", Line: 0, IsTest: false);
        if (mention.IsGroup)
        {
            return index.HasGroup(mention.Name) ? ReferenceFindings.PartialAcid(reference) : null;
        }

        return index.Requirements.HasFeature(mention.Feature) ? index.Requirements.Check(reference) : null;
    }

    public bool IsSearched(string path) => settings.IsSearched(path);

    /// <summary>What to write instead, most likely first.</summary>
    public ImmutableArray<string> Replacements(Mention mention)
    {
        if (mention.IsGroup)
        {
            return [];
        }

        return index.Requirements.Find(mention.Name) is { } requirement
            ? [.. requirement.ReplacedBy.Where(SpecChecks.IsAcid)]
            : index.Requirements.Nearest(mention.Name) is { } nearest ? [nearest] : [];
    }
}
