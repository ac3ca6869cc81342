using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads the <c>feature</c> section.</summary>
internal static class FeatureReader
{
    // The server responds with a 500 to a longer name.
    private const int MaximumNameLength = 255;

    private static readonly ImmutableArray<string> FileSuffixes = [".feature.yaml", ".feature.yml"];

    /// <summary>Null when the feature has no valid name or product.</summary>
    public static FeatureHeader? Read(ValueReader values, YamlEntry feature)
    {
        if (feature.Value is not YamlMapping mapping)
        {
            values.Report(SpecFindings.WrongKind(feature.Value.Start, feature.Name, "keys, name and product at least"));
            return null;
        }

        var fields = new Fields(mapping, values, ["name", "product", "version", "description", "prerequisites"], lastWins: true);
        var name = ReadName(values, mapping, fields, "name");
        var product = ReadName(values, mapping, fields, "product");
        CheckSpelling(values, name, fields["name"]);
        var header = new FeatureHeader
        {
            Name = name ?? "",
            Product = product ?? "",
            Version = ReadVersion(values, fields["version"]),
            Description = ReadDescription(values, fields["description"]),
            Prerequisites = [.. values.Texts(fields["prerequisites"]).Select(static prerequisite => prerequisite.Text)],
            Keys = fields.All.ToImmutableDictionary(static entry => entry.Name, static entry => entry.Key.Start),
        };
        return name is null || product is null ? null : header;
    }

    private static string? ReadName(ValueReader values, YamlMapping feature, Fields fields, string key)
    {
        var entry = fields[key];
        if (entry?.Value is null or YamlScalar { IsNull: true })
        {
            values.Report(SpecFindings.MissingKey(entry?.Key.Start ?? feature.Start, key));
            return null;
        }

        var name = values.Text(entry);
        if (name is null || (name.Length <= MaximumNameLength && SpecPatterns.Name.IsMatch(name)))
        {
            return name;
        }

        values.Report(name.Length > MaximumNameLength
            ? SpecFindings.NameTooLong(entry.Value.Start, key, MaximumNameLength)
            : SpecFindings.InvalidName(entry.Value.Start, key, name));
        return null;
    }

    private static void CheckSpelling(ValueReader values, string? name, YamlEntry? entry)
    {
        if (name is null || entry is null)
        {
            return;
        }

        if (name.Any(char.IsAsciiLetterUpper))
        {
            values.Report(SpecFindings.UpperCaseName(entry.Value.Start, name));
        }

        // A file that a user's own glob includes may have any name.
        var file = values.Source.Path[(values.Source.Path.LastIndexOf('/') + 1)..];
        if (FileSuffixes.FirstOrDefault(file.EndsWith) is { } suffix && file[..^suffix.Length] != name)
        {
            values.Report(SpecFindings.FileNameDiffers(entry.Value.Start, name, file));
        }
    }

    private static string? ReadVersion(ValueReader values, YamlEntry? entry)
    {
        var version = values.Text(entry);
        if (version is null || (version.Length <= MaximumNameLength && SpecPatterns.Version.IsMatch(version)))
        {
            return version;
        }

        values.Report(SpecFindings.InvalidVersion(entry!.Value.Start, version));
        return null;
    }

    private static string? ReadDescription(ValueReader values, YamlEntry? entry)
    {
        var description = values.Text(entry);
        if (description is not null && SpecLimits.Length(description) is > SpecLimits.Description and var length)
        {
            values.Report(SpecFindings.DescriptionTooLong(entry!.Value.Start, length));
        }

        return description;
    }
}

/// <summary>The <c>feature</c> section of a spec.</summary>
internal sealed record FeatureHeader
{
    public required string Name { get; init; }

    public required string Product { get; init; }

    public string? Version { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<string> Prerequisites { get; init; } = [];

    public required ImmutableDictionary<string, SourceLocation> Keys { get; init; }
}
