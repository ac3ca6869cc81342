using System.Collections.Frozen;

namespace SpecPush.Settings;

/// <summary>An immutable copy of the environment. The host decides what the core can see of it.</summary>
public sealed class EnvironmentVariables
{
    private readonly FrozenDictionary<string, string> _values;

    /// <summary>Copies <paramref name="values"/>. Names are case-insensitive on Windows only, as the system compares them.</summary>
    public EnvironmentVariables(IEnumerable<KeyValuePair<string, string>> values)
    {
        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _values = values.ToFrozenDictionary(comparer);
    }

    /// <summary>An environment without variables.</summary>
    public static EnvironmentVariables Empty { get; } = new([]);

    /// <summary>A copy with <paramref name="values"/> added or replaced.</summary>
    internal EnvironmentVariables With(IEnumerable<KeyValuePair<string, string>> values)
    {
        var all = _values.ToDictionary(_values.Comparer);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return new EnvironmentVariables(all);
    }

    /// <summary>The variable's value; null when it is unset or blank, because CI systems set variables that do not apply to an empty string.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
