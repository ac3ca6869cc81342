using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Acids;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>The checks that need the whole spec.</summary>
internal static class SpecChecks
{
    public static void Check(Spec spec, ImmutableArray<(string Acid, SourceLocation Place)> replacements, ValueReader values)
    {
        if (spec.Requirements.Length > SpecLimits.Requirements)
        {
            values.Report(SpecFindings.TooManyRequirements(spec.Requirements[SpecLimits.Requirements].Location, spec.Requirements.Length));
        }

        if (SpecLimits.Length(spec.Path) > SpecLimits.Path)
        {
            values.Report(SpecFindings.PathTooLong(spec.Path));
        }

        // A requirement with an error is in the file, but not in the spec.
        if (values.HasErrors)
        {
            return;
        }

        var acids = spec.Requirements.Select(static requirement => requirement.Acid).ToHashSet(StringComparer.Ordinal);
        foreach (var (acid, place) in replacements.Where(replacement => !acids.Contains(replacement.Acid)))
        {
            if (!IsAcid(acid))
            {
                values.Report(SpecFindings.ReplacementIsNoAcid(place, acid));
            }
            else if (acid.StartsWith($"{spec.Feature}.", StringComparison.Ordinal))
            {
                values.Report(SpecFindings.ReplacementUnknown(place, acid));
            }
        }
    }

    /// <summary>Whether a text is an ACID and nothing else.</summary>
    public static bool IsAcid(string text) => AcidPattern.FindAll(text) is [var only] && only == text;
}

/// <summary>
/// The limits of the hosted server. Other servers may have higher limits, so exceeding one is only a warning.
/// </summary>
internal static class SpecLimits
{
    public const int Requirements = 100;

    public const int RequirementText = 1_000;

    public const int Description = 2_500;

    public const int Path = 512;

    /// <summary>The length as the server counts it, in grapheme clusters.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
