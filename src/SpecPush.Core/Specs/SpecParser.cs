using System.Collections.Immutable;
using SpecPush.Reporting;
using SpecPush.Specs.Yaml;
using YamlDotNet.Core;

namespace SpecPush.Specs;

/// <summary>Reads one file: text, YAML, feature, groups. Collects everything that is wrong before it gives up.</summary>
internal sealed class SpecParser(string path)
{
    private const int LargestFile = 1024 * 1024;

    private static readonly string[] TopLevelKeys = ["feature", "components", "constraints"];

    private readonly FindingList _findings = new(path);

    public ImmutableArray<Finding> Findings => _findings.All;

    /// <summary>The spec, or null where it is invalid or none.</summary>
    public Spec? Parse(ReadOnlySpan<byte> content)
    {
        if (content.Length > LargestFile)
        {
            _findings.Add(SpecFindings.TooLarge(new SourceLocation(path), $"it is larger than {LargestFile / 1024} KiB"));
            return null;
        }

        var (text, invalidAt) = SpecText.Decode(content);
        if (text is null)
        {
            var before = content[..invalidAt];
            _findings.Add(SpecFindings.NotUtf8(_findings.Place(before.Count((byte)'\n') + 1, invalidAt - before.LastIndexOf((byte)'\n'))));
            return null;
        }

        return ReadYaml(text) is { } root ? ReadSpec(root, text) : null;
    }

    private YamlMapping? ReadYaml(string text)
    {
        try
        {
            var documents = YamlReader.Read(text);
            if (documents.OfType<YamlMapping>().FirstOrDefault(static document => document["feature"] is not null) is not { } spec)
            {
                _findings.Add(SpecFindings.ForeignFormat(path));
                return null;
            }

            if (documents.FirstOrDefault(document => document != spec) is { } other)
            {
                _findings.Add(SpecFindings.FurtherDocument(_findings.Place(other)));
            }

            return spec;
        }
        catch (YamlException exception)
        {
            var place = YamlProblem.PlaceOf(exception, text);
            _findings.Add(SpecFindings.NotYaml(_findings.Place(place.Line, place.Column), YamlProblem.Describe(exception), YamlProblem.Hint(text, place.Line)));
        }
        catch (YamlTooComplexException exception)
        {
            _findings.Add(SpecFindings.TooLarge(_findings.Place(exception.Line, exception.Column), exception.Message));
        }

        return null;
    }

    private Spec? ReadSpec(YamlMapping root, string text)
    {
        foreach (var repeated in root.Entries.GroupBy(static entry => entry.Key.Text, StringComparer.Ordinal).Where(static group => group.Count() > 1))
        {
            _findings.Add(SpecFindings.Duplicate(_findings.Place(repeated.Last().Key), $"'{repeated.Key}'", repeated.First().Key.Line));
        }

        KeyCheck.Check(root, TopLevelKeys, _findings);
        var feature = FeatureReader.Read(root["feature"]!, path, text, _findings);
        var requirements = feature is null
            ? []
            : new GroupReader(feature.Feature, text, _findings).Read(root["components"], root["constraints"]);
        return feature is null || _findings.HasErrors ? null : feature with { Requirements = requirements };
    }
}
