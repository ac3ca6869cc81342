using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SpecPush.Reporting;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads what stands under <c>feature:</c>.</summary>
internal static partial class FeatureReader
{
    private static readonly string[] Keys = ["name", "product", "version", "description", "prerequisites"];

    public static Spec? Read(YamlNode node, string path, string text, FindingList findings)
    {
        if (node is not YamlMapping feature)
        {
            findings.Add(SpecFindings.WrongKind(findings.Place(node), "'feature'", "a mapping with name and product"));
            return null;
        }

        KeyCheck.Check(feature, Keys, findings);
        foreach (var repeated in feature.Entries.GroupBy(static entry => entry.Key.Text, StringComparer.Ordinal).Where(static group => group.Count() > 1))
        {
            findings.Add(SpecFindings.DuplicateFeatureKey(findings.Place(repeated.Last().Key), repeated.Key, repeated.First().Key.Line));
        }

        var name = ReadName(feature, "name", findings);
        var product = ReadName(feature, "product", findings);
        CheckFileName(path, name, feature, findings);
        Limits.Check("The length of feature.description", feature["description"] as YamlScalar, Limits.Description, findings);
        if (path.Length > Limits.Path)
        {
            findings.Add(SpecFindings.OverLimit(new SourceLocation(path), "The length of the file's path", path.Length, Limits.Path));
        }

        return name is null || product is null ? null : new Spec
        {
            Path = path,
            Product = product,
            Feature = name,
            Version = ReadVersion(feature, findings),
            Description = ReadText(feature, "description", text, findings),
            Prerequisites = ReadList(feature, "prerequisites", findings),
            RawContent = text,
            FeatureKeys = feature.Entries.GroupBy(static entry => entry.Key.Text, StringComparer.Ordinal)
                .ToImmutableDictionary(static group => group.Key, group => findings.Place(group.Last().Value), StringComparer.Ordinal),
        };
    }

    private static string? ReadName(YamlMapping feature, string key, FindingList findings)
    {
        if (feature[key] is not { } node || node is YamlScalar { IsNull: true })
        {
            findings.Add(SpecFindings.Missing(findings.Place(feature), key, "feature"));
            return null;
        }

        if (node is not YamlScalar scalar)
        {
            findings.Add(SpecFindings.WrongKind(findings.Place(node), $"feature.{key}", "text"));
            return null;
        }

        if (scalar.Text.Length > 255 || !Name.IsMatch(scalar.Text))
        {
            findings.Add(SpecFindings.InvalidName(findings.Place(scalar), key, scalar.Text));
            return null;
        }

        return scalar.Text;
    }

    private static string? ReadVersion(YamlMapping feature, FindingList findings)
    {
        if (feature["version"] is not { } node || node is YamlScalar { IsNull: true })
        {
            return null;
        }

        if (node is YamlScalar scalar && Version.IsMatch(scalar.Text))
        {
            return scalar.Text;
        }

        findings.Add(SpecFindings.InvalidVersion(findings.Place(node), (node as YamlScalar)?.Text ?? "not text"));
        return null;
    }

    private static string? ReadText(YamlMapping feature, string key, string text, FindingList findings)
    {
        if (feature[key] is not { } node || node is YamlScalar { IsNull: true })
        {
            return null;
        }

        if (node is YamlScalar scalar)
        {
            LostText.Check(scalar, text, findings);
            return scalar.Text;
        }

        findings.Add(SpecFindings.WrongKind(findings.Place(node), $"feature.{key}", "text"));
        return null;
    }

    private static ImmutableArray<string> ReadList(YamlMapping feature, string key, FindingList findings)
    {
        switch (feature[key])
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlScalar scalar:
                return [scalar.Text];
            case YamlSequence sequence when sequence.Items.All(static item => item is YamlScalar):
                return [.. sequence.Items.Cast<YamlScalar>().Select(static item => item.Text)];
            case { } node:
                findings.Add(SpecFindings.WrongKind(findings.Place(node), $"feature.{key}", "a list of texts"));
                return [];
        }
    }

    private static void CheckFileName(string path, string? name, YamlMapping feature, FindingList findings)
    {
        if (name is not null && path[(path.LastIndexOf('/') + 1)..] != $"{name}.feature.yaml")
        {
            findings.Add(SpecFindings.FileName(findings.Place(feature["name"]!), name));
        }
    }

    // What the server takes; anything else it answers with status 500.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\.[0-9]+\z")]
    private static partial Regex Version { get; }
}
