using System.Collections.Frozen;

namespace SpecPush.Settings;

/// <summary>An immutable copy of the environment: whoever runs the core says what it may see.</summary>
public sealed class EnvironmentVariables
{
    private readonly FrozenDictionary<string, string> _values;

    /// <summary>Copies <paramref name="values"/>. Names are compared as the operating system compares them.</summary>
    public EnvironmentVariables(IEnumerable<KeyValuePair<string, string>> values)
    {
        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _values = values.ToFrozenDictionary(comparer);
    }

    /// <summary>No variable is set.</summary>
    public static EnvironmentVariables Empty { get; } = new([]);

    /// <summary>A copy in which <paramref name="values"/> are set.</summary>
    internal EnvironmentVariables With(IEnumerable<KeyValuePair<string, string>> values)
    {
        var all = _values.ToDictionary(_values.Comparer);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return new EnvironmentVariables(all);
    }

    /// <summary>The variable's value; null when it is unset, empty or blank, because CI systems define variables that do not apply as empty.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
