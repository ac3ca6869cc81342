using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Acids;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Checks what can be judged only when the whole spec is known.</summary>
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

        // A requirement with an error is missing from the spec, though not from the file.
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
/// What the hosted server accepts. Another server may be set to accept more, so that exceeding one of these is only a warning here.
/// </summary>
internal static class SpecLimits
{
    public const int Requirements = 100;

    public const int RequirementText = 1_000;

    public const int Description = 2_500;

    public const int Path = 512;

    /// <summary>The server counts what people see as one character; never more than there are chars.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
