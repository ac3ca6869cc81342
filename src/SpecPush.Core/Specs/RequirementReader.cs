using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads the requirements of one group.</summary>
internal sealed class RequirementReader(ValueReader values, string acidPrefix, bool groupIsDeprecated)
{
    private const string NoteSuffix = "-note";

    // Older specs have "replacements" instead of "replaced_by".
    private static readonly ImmutableArray<string> Keys = ["requirement", "note", "deprecated", "replaced_by", "replacements"];

    private readonly Dictionary<string, YamlEntry> _requirementEntries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlEntry> _noteEntries = new(StringComparer.Ordinal);

    /// <summary>Every ACID that a requirement names as its replacement.</summary>
    public List<(string Acid, SourceLocation Place)> Replacements { get; } = [];

    public ImmutableArray<Requirement> Read(IEnumerable<YamlEntry> entries)
    {
        foreach (var entry in entries)
        {
            var isNote = entry.Name.EndsWith(NoteSuffix, StringComparison.Ordinal);
            var known = isNote ? _noteEntries : _requirementEntries;
            var id = isNote ? entry.Name[..^NoteSuffix.Length] : entry.Name;
            if (!known.TryAdd(id, entry))
            {
                values.Report(SpecFindings.RepeatedRequirement(entry.Key.Start, entry.Name, known[id].Key.Start.Line));
            }
        }

        foreach (var (id, note) in _noteEntries.Where(note => !_requirementEntries.ContainsKey(note.Key)))
        {
            values.Report(SpecFindings.OrphanNote(note.Key.Start, id));
        }

        return [.. _requirementEntries.Values.Select(Read).OfType<Requirement>()];
    }

    private Requirement? Read(YamlEntry entry)
    {
        CheckId(entry.Key);
        var acid = $"{acidPrefix}.{entry.Name}";
        var note = values.Text(_noteEntries.GetValueOrDefault(entry.Name));
        return entry.Value is YamlMapping mapping
            ? ReadObject(entry, mapping, acid, note)
            : ReadText(entry, entry) is { } text
                ? new Requirement { Acid = acid, Text = text, Note = note, Deprecated = groupIsDeprecated, Location = entry.Key.Start }
                : null;
    }

    private Requirement? ReadObject(YamlEntry entry, YamlMapping mapping, string acid, string? note)
    {
        var fields = new Fields(mapping, values, Keys);
        foreach (var nested in mapping.Entries.Where(static nested => nested.Name.EndsWith(NoteSuffix, StringComparison.Ordinal)))
        {
            values.Report(SpecFindings.NestedNote(nested.Key.Start, nested.Name));
        }

        var replacedBy = values.Texts(fields["replaced_by"] ?? fields["replacements"]);
        Replacements.AddRange(replacedBy);
        var ownNote = values.Text(fields["note"]);
        var deprecated = values.Flag(fields["deprecated"]);
        return ReadText(entry, fields["requirement"]) is not { } text ? null : new Requirement
        {
            Acid = acid,
            Text = text,
            Note = ownNote ?? note,
            Deprecated = deprecated ?? groupIsDeprecated,
            ReplacedBy = [.. replacedBy.Select(static replacement => replacement.Text)],
            Location = entry.Key.Start,
        };
    }

    private string? ReadText(YamlEntry requirement, YamlEntry? entry)
    {
        if (entry is null)
        {
            values.Report(SpecFindings.NoRequirementKey(requirement.Value.Start, requirement.Name));
            return null;
        }

        if (entry.Value is YamlScalar scalar && (scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text)))
        {
            values.Report(SpecFindings.NoText(entry.Key.Start, requirement.Name, scalar.IsPlain ? values.CommentBehind(scalar) : null));
            return null;
        }

        var text = values.Text(entry);
        if (text is not null && SpecLimits.Length(text) is > SpecLimits.RequirementText and var length)
        {
            values.Report(SpecFindings.TextTooLong(entry.Value.Start, requirement.Name, length));
        }

        return text;
    }

    private void CheckId(YamlScalar key)
    {
        if (SpecPatterns.Id.IsMatch(key.Text))
        {
            return;
        }

        values.Report(SpecPatterns.UnderscoredId.IsMatch(key.Text)
            ? SpecFindings.UnderscoredId(key.Start, key.Text)
            : SpecFindings.InvalidId(key.Start, key.Text));
    }
}
