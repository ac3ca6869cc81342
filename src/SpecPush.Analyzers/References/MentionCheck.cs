using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Analyzers.References;

/// <summary>Checks what text mentions against the specs.</summary>
internal sealed class MentionCheck(EditorSettings settings, RequirementIndex index)
{
    /// <summary>What is to say about it; null if nothing is.</summary>
    public Finding? Check(Mention mention)
    {
        if (!settings.IsWanted(mention.Feature))
        {
            return null;
        }

        // Places are the compiler's here, and no message names one.
        var reference = new Reference(mention.Name, Path: "", Line: 0, IsTest: false);
        if (mention.IsGroup)
        {
            return index.HasGroup(mention.Name) ? ReferenceFindings.PartialAcid(reference) : null;
        }

        return index.Requirements.HasFeature(mention.Feature) ? index.Requirements.Check(reference) : null;
    }

    public bool IsSearched(string path) => settings.IsSearched(path);

    /// <summary>What to write instead, the likeliest first.</summary>
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
