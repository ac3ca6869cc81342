using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads components and constraints, with their requirements under <c>requirements:</c> or, in the short form, directly.</summary>
internal sealed partial class GroupReader(string feature, string text, FindingList findings)
{
    private static readonly string[] Keys = ["name", "description", "requirements", "deprecated"];

    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Requirement>.Builder _requirements = ImmutableArray.CreateBuilder<Requirement>();

    public ImmutableArray<Requirement> Read(YamlNode? components, YamlNode? constraints)
    {
        ReadSection("components", components);
        ReadSection("constraints", constraints);
        if (_requirements.Count > Limits.Requirements)
        {
            findings.Add(SpecFindings.OverLimit(_requirements[Limits.Requirements].Location, $"The number of requirements of {feature}", _requirements.Count, Limits.Requirements));
        }

        CheckReplacements();
        return _requirements.ToImmutable();
    }

    private void ReadSection(string name, YamlNode? section)
    {
        if (section is null or YamlScalar { IsNull: true })
        {
            return;
        }

        if (section is not YamlMapping groups)
        {
            findings.Add(SpecFindings.WrongKind(findings.Place(section), $"'{name}'", "a mapping of groups"));
            return;
        }

        foreach (var group in groups.Entries)
        {
            ReadGroup(group.Key, group.Value);
        }
    }

    private void ReadGroup(YamlScalar key, YamlNode value)
    {
        if (!_groups.TryAdd(key.Text, key.Line))
        {
            findings.Add(SpecFindings.Duplicate(findings.Place(key), $"The group {key.Text}", _groups[key.Text]));
            return;
        }

        if (!SentGroup.IsMatch(key.Text))
        {
            findings.Add(SpecFindings.WrongKind(findings.Place(key), $"The group '{key.Text}'", "a name of capitals, digits and '_'"));
            return;
        }

        if (!ReferableGroup.IsMatch(key.Text))
        {
            findings.Add(SpecFindings.UnreferableGroup(findings.Place(key), key.Text));
        }

        if (value is YamlMapping group)
        {
            KeyCheck.Check(group, Keys, findings);
            ReadRequirements(key.Text, group);
        }
        else if (value is not YamlScalar { IsNull: true })
        {
            findings.Add(SpecFindings.WrongKind(findings.Place(value), $"The group {key.Text}", "a mapping with requirements"));
        }
    }

    private void ReadRequirements(string group, YamlMapping mapping)
    {
        var isDeprecated = mapping["deprecated"] is { } flag && RequirementReader.ReadFlag(flag, $"{group}.deprecated", findings);
        var direct = mapping.Entries.Where(static entry => entry.Key.Text.Length > 0 && char.IsAsciiDigit(entry.Key.Text[0]));
        var nested = mapping["requirements"] switch
        {
            YamlMapping requirements => requirements.Entries,
            null or YamlScalar { IsNull: true } => [],
            { } other => WrongRequirements(group, other),
        };
        var reader = new RequirementReader(feature, group, isDeprecated, text, findings);
        _requirements.AddRange(reader.Read([.. direct, .. nested]));
    }

    private ImmutableArray<YamlEntry> WrongRequirements(string group, YamlNode node)
    {
        findings.Add(SpecFindings.WrongKind(findings.Place(node), $"{group}.requirements", "a mapping from IDs to texts"));
        return [];
    }

    private void CheckReplacements()
    {
        var known = _requirements.Select(static requirement => requirement.Acid).ToHashSet(StringComparer.Ordinal);
        foreach (var requirement in _requirements)
        {
            foreach (var replacement in requirement.ReplacedBy.Where(acid => acid.StartsWith(feature + ".", StringComparison.Ordinal) && !known.Contains(acid)))
            {
                findings.Add(SpecFindings.UnknownReplacement(requirement.Location, requirement.Acid, replacement));
            }
        }
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_-]*\z")]
    private static partial Regex ReferableGroup { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex SentGroup { get; }
}
