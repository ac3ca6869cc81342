using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;
using SpecPush.Checkout;
using SpecPush.Settings;

namespace SpecPush.Analyzers;

/// <summary>
/// The settings that the package's targets pass to the compiler, as one Base64 value: MSBuild passes properties in a file in
/// .editorconfig format, where a <c>;</c> or <c>#</c> would start a comment.
/// </summary>
internal sealed class EditorSettings : IEquatable<EditorSettings>
{
    private const string Property = "build_property.SpecPushEditorSettings";

    // In a separate configuration file for editors only, because a property with different values in editor and build would recompile everything.
    private const string Reports = "specpush_reports_references";

    // In another configuration file: the compilation already contains the constants as source files.
    private const string Written = "specpush_constants_are_written";

    // The targets join the settings with this character.
    private const char Separator = '\u001F';

    // A process has only a few, because a solution's projects share them. Caches the globs' results, which are needed for each spec at each keystroke.
    private static readonly ConcurrentDictionary<string, EditorSettings?> Known = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string?> _specPaths = new(StringComparer.Ordinal);
    private readonly string _encoded;
    private readonly string _root;
    private readonly string _scope;
    private readonly PatternList _specs;
    private readonly PatternList _exclude;
    private readonly HashSet<string> _features;
    private readonly bool _hasConstants;

    private EditorSettings(string encoded, string[] values)
    {
        _encoded = encoded;
        _root = values[0].Replace('\\', '/').TrimEnd('/') + "/";
        _scope = SettingText.Scope(values[1]) is { Length: > 0 } scope ? scope + "/" : "";
        _specs = Patterns(values[2], SettingText.DefaultSpecs);
        _exclude = Patterns(values[3]);
        _features = [.. SettingText.List(values[4], [])];
        _hasConstants = values[5] == "true";
    }

    /// <summary>Null for a project without the package's targets.</summary>
    public static EditorSettings? From(AnalyzerConfigOptions options) =>
        options.TryGetValue(Property, out var encoded) && !string.IsNullOrWhiteSpace(encoded) ? Known.GetOrAdd(encoded, Decode) : null;

    /// <summary>Whether to report references. In a build the task does that, once for all files.</summary>
    public static bool ReportsReferences(AnalyzerConfigOptions options) => options.TryGetValue(Reports, out var value) && value == "true";

    /// <summary>Whether to generate constants in this compilation.</summary>
    public bool MakesConstants(AnalyzerConfigOptions options) => _hasConstants && !(options.TryGetValue(Written, out var value) && value == "true");

    /// <summary>The path of a spec in its repository; null for any other file.</summary>
    public string? SpecPath(string path) => _specPaths.GetOrAdd(path, MatchSpec);

    /// <summary>Whether references in this file count.</summary>
    public bool IsSearched(string path) => InScope(path) is { } relative && !ToolFolders.Contain(relative) && !_exclude.Matches(relative);

    /// <summary>Whether references to this feature count.</summary>
    public bool IsWanted(string feature) => _features.Count == 0 || _features.Contains(feature);

    public bool Equals(EditorSettings? other) => other is not null && other._encoded == _encoded;

    public override bool Equals(object? obj) => Equals(obj as EditorSettings);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_encoded);

    private static EditorSettings? Decode(string encoded)
    {
        try
        {
            var values = Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(Separator);
            return values is { Length: 6 } && values[0].Length > 0 ? new EditorSettings(encoded, values) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string? MatchSpec(string path) => InScope(path) is { } relative && _specs.Matches(relative[_scope.Length..]) ? relative : null;

    // The task reports invalid globs.
    private static PatternList Patterns(string value, params string[] otherwise) =>
        new([.. SettingText.List(value, otherwise).Where(static pattern => PatternList.FindError(pattern) is null)]);

    private string? InScope(string path)
    {
        var absolute = path.Replace('\\', '/');
        // Editors and MSBuild may spell the drive in different cases.
        return absolute.StartsWith(_root, StringComparison.OrdinalIgnoreCase) && absolute.AsSpan(_root.Length).StartsWith(_scope.AsSpan(), StringComparison.Ordinal)
            ? absolute[_root.Length..]
            : null;
    }
}
