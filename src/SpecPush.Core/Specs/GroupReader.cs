using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads the groups below <c>components</c> and <c>constraints</c>.</summary>
internal sealed class GroupReader(ValueReader values, string? feature)
{
    private static readonly ImmutableArray<string> Keys = ["name", "description", "deprecated", "requirements"];

    private readonly Dictionary<string, YamlEntry> _groups = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Requirement>.Builder _requirements = ImmutableArray.CreateBuilder<Requirement>();
    private readonly List<(string Acid, SourceLocation Place)> _replacements = [];

    public ImmutableArray<Requirement> Requirements => _requirements.ToImmutable();

    /// <summary>Every ACID that a requirement names as its replacement.</summary>
    public ImmutableArray<(string Acid, SourceLocation Place)> Replacements => [.. _replacements];

    public void ReadAll(YamlEntry? section)
    {
        foreach (var group in values.Mapping(section, "groups of requirements")?.Entries ?? [])
        {
            CheckKey(group.Key);
            if (!_groups.TryAdd(group.Name, group))
            {
                values.Report(SpecFindings.RepeatedGroup(group.Key.Start, group.Name, _groups[group.Name].Key.Start.Line));
            }

            Read(group);
        }
    }

    private void Read(YamlEntry group)
    {
        if (values.Mapping(group, "requirements") is not { } mapping)
        {
            return;
        }

        // The short form has requirements directly in the group.
        var direct = mapping.Entries.Where(static entry => BeginsWithDigit(entry.Name));
        var others = mapping.Entries.Where(static entry => !BeginsWithDigit(entry.Name));
        var fields = new Fields(mapping with { Entries = [.. others] }, values, Keys);
        var listed = values.Mapping(fields["requirements"], "requirements by number")?.Entries ?? [];
        var reader = new RequirementReader(values, $"{feature}.{group.Name}", values.Flag(fields["deprecated"]) ?? false);
        _requirements.AddRange(reader.Read([.. listed, .. direct]));
        _replacements.AddRange(reader.Replacements);
    }

    private void CheckKey(YamlScalar key)
    {
        if (!SpecPatterns.Name.IsMatch(key.Text))
        {
            values.Report(SpecFindings.InvalidGroupKey(key.Start, key.Text));
        }
        else if (!char.IsAsciiLetterUpper(key.Text[0]) || key.Text.Any(char.IsAsciiLetterLower))
        {
            values.Report(SpecFindings.UnreferableGroupKey(key.Start, key.Text));
        }
        else if (key.Text.Contains('-', StringComparison.Ordinal))
        {
            values.Report(SpecFindings.DashInGroupKey(key.Start, key.Text));
        }
    }

    private static bool BeginsWithDigit(string key) => key.Length > 0 && char.IsAsciiDigit(key[0]);
}
