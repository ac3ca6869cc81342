using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads one file.</summary>
internal static class SpecFileReader
{
    private static readonly ImmutableArray<string> TopLevelKeys = ["feature", "components", "constraints"];

    /// <summary>
    /// The spec, or null if the file is not a spec or has an error, all findings about the file, and the name of its feature, which even a file
    /// with an error may have.
    /// </summary>
    public static (Spec? Spec, ImmutableArray<Finding> Findings, string? Feature) Read(SpecFile file)
    {
        try
        {
            return Read(SourceDecoder.Decode(file));
        }
        catch (UnreadableSpecException exception)
        {
            return (null, [exception.Finding], null);
        }
    }

    public static (Spec? Spec, ImmutableArray<Finding> Findings, string? Feature) Read(SourceText source)
    {
        var values = new ValueReader(source);
        try
        {
            var documents = YamlTreeReader.Read(source, values.Report);
            var spec = Read(values, documents);
            return (values.HasErrors ? null : spec, [.. values.Findings], NameIn(documents));
        }
        catch (UnreadableSpecException exception)
        {
            return (null, SpecPatterns.FeatureKey.IsMatch(source.Text) ? [.. values.Findings, exception.Finding] : [YamlFindings.ForeignFormat(source.Path)], null);
        }
    }

    private static Spec? Read(ValueReader values, ImmutableArray<YamlNode> documents)
    {
        var path = values.Source.Path;
        if (documents.IsEmpty)
        {
            values.Report(YamlFindings.Empty(path));
            return null;
        }

        var document = documents.OfType<YamlMapping>().FirstOrDefault(IsSpec);
        if (document is null)
        {
            values.Report(documents.OfType<YamlMapping>().Select(MisspeltFeature).FirstOrDefault(static finding => finding is not null)
                ?? YamlFindings.ForeignFormat(path));
            return null;
        }

        foreach (var other in documents.Where(other => !ReferenceEquals(other, document)))
        {
            values.Report(YamlFindings.FurtherDocument(other.Start));
        }

        return ReadSpec(values, new Fields(document, values, TopLevelKeys));
    }

    private static Spec? ReadSpec(ValueReader values, Fields top)
    {
        var header = FeatureReader.Read(values, top["feature"]!);
        var groups = new GroupReader(values, header?.Name);
        groups.ReadAll(top["components"]);
        groups.ReadAll(top["constraints"]);
        if (header is null)
        {
            return null;
        }

        var spec = new Spec
        {
            Path = values.Source.Path,
            Product = header.Product,
            Feature = header.Name,
            Version = header.Version,
            Description = header.Description,
            Prerequisites = header.Prerequisites,
            Requirements = groups.Requirements,
            RawContent = values.Source.Text,
            FeatureKeys = header.Keys,
        };
        SpecChecks.Check(spec, groups.Replacements, values);
        return spec;
    }

    private static string? NameIn(ImmutableArray<YamlNode> documents) => documents.OfType<YamlMapping>().FirstOrDefault(IsSpec) is { } document
        && document.Entries.First(static entry => entry.Name == "feature").Value is YamlMapping feature
        && feature.Entries.LastOrDefault(static entry => entry.Name == "name")?.Value is YamlScalar { IsNull: false } name
        ? name.Text
        : null;

    private static bool IsSpec(YamlMapping document) => document.Entries.Any(static entry => entry.Name == "feature");

    // Other formats also have keys like "features"; it is a misspelling only if its content looks like a spec.
    private static Finding? MisspeltFeature(YamlMapping document)
    {
        var key = document.Entries.FirstOrDefault(static entry =>
            Spelling.Nearest(entry.Name, ["feature"]) is not null
            && entry.Value is YamlMapping value
            && value.Entries.Any(static inner => inner.Name is "name" or "product"))?.Key;
        return key is null ? null : SpecFindings.MisspeltKey(key.Start, key.Text, "feature");
    }
}

/// <summary>A file that may be a spec.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Content">Its bytes, which can be anything.</param>
internal sealed record SpecFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>The rest of the file cannot be read.</summary>
internal sealed class UnreadableSpecException(Finding finding) : Exception(finding.Message)
{
    public Finding Finding { get; } = finding;
}
