using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads the requirements and notes of one group.</summary>
internal sealed partial class RequirementReader(string feature, string group, bool isGroupDeprecated, string text, FindingList findings)
{
    private const string NoteSuffix = "-note";

    public IEnumerable<Requirement> Read(ImmutableArray<YamlEntry> entries)
    {
        var unique = Distinct(entries);
        var notes = unique.Where(static entry => entry.Key.Text.EndsWith(NoteSuffix, StringComparison.Ordinal))
            .ToDictionary(static entry => entry.Key.Text[..^NoteSuffix.Length], StringComparer.Ordinal);
        var requirements = unique.Where(static entry => !entry.Key.Text.EndsWith(NoteSuffix, StringComparison.Ordinal)).ToArray();
        var ids = requirements.Select(static entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var orphan in notes.Where(note => !ids.Contains(note.Key)))
        {
            findings.Add(SpecFindings.OrphanNote(findings.Place(orphan.Value.Key), orphan.Value.Key.Text, $"{group}.{orphan.Key}"));
        }

        foreach (var entry in requirements)
        {
            if (CheckId(entry.Key) && ReadOne(entry, ReadText(notes.GetValueOrDefault(entry.Key.Text)?.Value)) is { } requirement)
            {
                yield return requirement;
            }
        }
    }

    public static bool ReadFlag(YamlNode node, string what, FindingList findings)
    {
        if (node is YamlScalar scalar && bool.TryParse(scalar.Text, out var flag))
        {
            return flag;
        }

        findings.Add(SpecFindings.WrongKind(findings.Place(node), what, "true or false"));
        return false;
    }

    private List<YamlEntry> Distinct(ImmutableArray<YamlEntry> entries)
    {
        var first = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!first.TryAdd(entry.Key.Text, entry))
            {
                findings.Add(SpecFindings.Duplicate(findings.Place(entry.Key), $"{feature}.{group}.{entry.Key.Text}", first[entry.Key.Text].Key.Line));
            }
        }

        return [.. first.Values];
    }

    private bool CheckId(YamlScalar id)
    {
        if (Underscored.IsMatch(id.Text))
        {
            findings.Add(SpecFindings.UnderscoredId(findings.Place(id), id.Text));
            return true;
        }

        if (Id.IsMatch(id.Text))
        {
            return true;
        }

        findings.Add(SpecFindings.InvalidId(findings.Place(id), id.Text, $"{feature}.{group}"));
        return false;
    }

    private Requirement? ReadOne(YamlEntry entry, string? note)
    {
        var acid = $"{feature}.{group}.{entry.Key.Text}";
        var details = entry.Value as YamlMapping;
        var content = details is null ? entry.Value : details["requirement"];
        switch (content)
        {
            case null:
                findings.Add(SpecFindings.Missing(findings.Place(entry.Value), "requirement", acid));
                return null;
            case not YamlScalar:
                findings.Add(SpecFindings.WrongKind(findings.Place(content), acid, "a text, or a mapping with 'requirement'"));
                return null;
            case YamlScalar scalar when scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text):
                findings.Add(SpecFindings.BlankText(findings.Place(entry.Key), acid));
                return null;
        }

        LostText.Check((YamlScalar)content, text, findings);
        Limits.Check($"The length of {acid}", (YamlScalar)content, Limits.RequirementText, findings);
        return new Requirement
        {
            Acid = acid,
            Text = ((YamlScalar)content).Text,
            Deprecated = details?["deprecated"] is { } flag ? ReadFlag(flag, $"{acid}.deprecated", findings) : isGroupDeprecated,
            Note = ReadText(details?["note"]) ?? note,
            ReplacedBy = ReadReplacements(acid, details),
            Location = findings.Place(entry.Key),
        };
    }

    private ImmutableArray<string> ReadReplacements(string acid, YamlMapping? details)
    {
        foreach (var nested in details?.Entries.Where(static entry => entry.Key.Text.EndsWith(NoteSuffix, StringComparison.Ordinal)) ?? [])
        {
            findings.Add(SpecFindings.NestedNote(findings.Place(nested.Key), nested.Key.Text));
        }

        switch (details?["replaced_by"] ?? details?["replacements"])
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlScalar scalar:
                return [scalar.Text];
            case YamlSequence sequence when sequence.Items.All(static item => item is YamlScalar):
                return [.. sequence.Items.Cast<YamlScalar>().Select(static item => item.Text)];
            case { } node:
                findings.Add(SpecFindings.WrongKind(findings.Place(node), $"{acid}.replaced_by", "a list of IDs"));
                return [];
        }
    }

    private string? ReadText(YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlScalar scalar:
                LostText.Check(scalar, text, findings);
                return scalar.Text;
            default:
                findings.Add(SpecFindings.WrongKind(findings.Place(node), $"A note in {feature}.{group}", "text"));
                return null;
        }
    }

    [GeneratedRegex(@"\A[0-9]+(-[1-9][0-9]*)?\z")]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"\A[0-9]+_[0-9]+\z")]
    private static partial Regex Underscored { get; }
}
