using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Analyzers.Tests.Infrastructure;

internal static class Given
{
    public static Spec Spec(string feature, params (string Id, string Text)[] requirements) => new()
    {
        Path = $"features/{feature}.feature.yaml",
        Product = "shop",
        Feature = feature,
        RawContent = "",
        FeatureKeys = new Dictionary<string, SourceLocation> { ["name"] = new("features"), ["product"] = new("features") }.ToImmutableDictionary(),
        Requirements = [.. requirements.Select(requirement => new Requirement { Acid = $"{feature}.{requirement.Id}", Text = requirement.Text, Location = new("features") })],
    };

    /// <summary>A valid spec with this many requirements.</summary>
    public static string Yaml(string feature, int requirements = 3) =>
        $"feature:\n  name: {feature}\n  product: shop\ncomponents:\n  A:\n" + string.Concat(Enumerable.Range(1, requirements).Select(static number => $"    {number}: It works\n"));
}
