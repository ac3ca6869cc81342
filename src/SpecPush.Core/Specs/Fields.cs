using System.Collections.Immutable;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>The entries of a mapping with known keys. Keys that look misspelled are reported; other unknown keys are ignored.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);

    /// <param name="mapping">The mapping.</param>
    /// <param name="values">Collects the findings.</param>
    /// <param name="known">The known keys.</param>
    /// <param name="lastWins">Whether a repeated key is a warning instead of an error.</param>
    public Fields(YamlMapping mapping, ValueReader values, ImmutableArray<string> known, bool lastWins = false)
    {
        foreach (var entry in mapping.Entries.Where(entry => known.Contains(entry.Name)))
        {
            if (_entries.TryGetValue(entry.Name, out var first))
            {
                values.Report(lastWins
                    ? SpecFindings.RepeatedFeatureKey(entry.Key.Start, entry.Name, first.Key.Start.Line)
                    : SpecFindings.RepeatedKey(entry.Key.Start, entry.Name, first.Key.Start.Line));
            }

            _entries[entry.Name] = entry;
        }

        var missing = known.Where(name => !_entries.ContainsKey(name)).ToImmutableArray();
        foreach (var entry in mapping.Entries.Where(entry => !known.Contains(entry.Name)))
        {
            if (Spelling.Nearest(entry.Name, missing) is { } meant)
            {
                values.Report(SpecFindings.MisspeltKey(entry.Key.Start, entry.Name, meant));
            }
        }
    }

    public YamlEntry? this[string name] => _entries.GetValueOrDefault(name);

    public IReadOnlyCollection<YamlEntry> All => _entries.Values;
}
