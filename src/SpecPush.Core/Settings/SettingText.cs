using System.Collections.Immutable;

namespace SpecPush.Settings;

/// <summary>What every text of a setting has in common, whatever reads it.</summary>
internal static class SettingText
{
    /// <summary>The specs that are looked for unless a setting says otherwise.</summary>
    public const string DefaultSpecs = "features/**/*.feature.yaml";

    private static readonly char[] Separators = [';', '\n', '\r'];

    /// <summary>The text without blanks around it; null if nothing is left.</summary>
    public static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The entries of a list.</summary>
    public static ImmutableArray<string> List(string? value, string[] otherwise) => Text(value) is { } text
        ? [.. text.Split(Separators).Select(static entry => entry.Trim()).Where(static entry => entry.Length > 0)]
        : [.. otherwise];

    /// <summary>A folder of the repository, with <c>/</c> and without one at its end; empty for all of it.</summary>
    public static string Scope(string? value)
    {
        var scope = (Text(value) ?? "").Replace('\\', '/').TrimEnd('/');
        return scope is "." ? "" : scope.StartsWith("./", StringComparison.Ordinal) ? scope[2..] : scope;
    }
}
