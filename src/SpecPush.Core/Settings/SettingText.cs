using System.Collections.Immutable;

namespace SpecPush.Settings;

/// <summary>How settings are written, the same for every host.</summary>
internal static class SettingText
{
    /// <summary>Where specs are unless the setting says otherwise.</summary>
    public const string DefaultSpecs = "features/**/*.feature.yaml";

    private static readonly char[] Separators = [';', '\n', '\r'];

    /// <summary>The trimmed text; null if it is blank.</summary>
    public static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    public static ImmutableArray<string> List(string? value, string[] otherwise) => Text(value) is { } text
        ? [.. text.Split(Separators).Select(static entry => entry.Trim()).Where(static entry => entry.Length > 0)]
        : [.. otherwise];

    /// <summary>A folder of the repository, with <c>/</c> but no trailing one; empty for the whole repository.</summary>
    public static string Scope(string? value)
    {
        var scope = (Text(value) ?? "").Replace('\\', '/').TrimEnd('/');
        return scope is "." ? "" : scope.StartsWith("./", StringComparison.Ordinal) ? scope[2..] : scope;
    }
}
