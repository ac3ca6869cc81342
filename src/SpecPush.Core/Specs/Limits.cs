using System.Globalization;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>What the hosted server takes. Another server may be set to more, so these are warnings, and the server decides.</summary>
internal static class Limits
{
    public const int Requirements = 100;

    /// <summary>Graphemes, as in every length of a text here.</summary>
    public const int RequirementText = 1_000;

    public const int Description = 2_500;

    public const int Path = 512;

    public static void Check(string what, YamlScalar? text, int limit, FindingList findings)
    {
        if (text is not null && text.Text.Length > limit && new StringInfo(text.Text).LengthInTextElements is var length && length > limit)
        {
            findings.Add(SpecFindings.OverLimit(findings.Place(text), what, length, limit));
        }
    }
}
