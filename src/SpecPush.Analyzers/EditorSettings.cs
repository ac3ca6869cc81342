using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;
using SpecPush.Checkout;
using SpecPush.Settings;

namespace SpecPush.Analyzers;

/// <summary>
/// The settings that the package's targets hand to the compiler, as one value in Base64: between compiler and MSBuild is a file in the
/// format of .editorconfig, which would cut them at their first <c>;</c> or <c>#</c>.
/// </summary>
internal sealed class EditorSettings : IEquatable<EditorSettings>
{
    private const string Property = "build_property.SpecPushEditorSettings";

    // In a configuration file of its own that only editors get: what projects hand over is the same in a build, or it would compile anew.
    private const string Reports = "specpush_reports_references";

    // In another one: the constants are among the sources of this compilation.
    private const string Written = "specpush_constants_are_written";

    // As the targets join them.
    private const char Separator = '\u001F';

    // Few in a process: the projects of a solution have the same. What globs match is asked for each spec with each key.
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

    /// <summary>Null for a project whose targets said nothing.</summary>
    public static EditorSettings? From(AnalyzerConfigOptions options) =>
        options.TryGetValue(Property, out var encoded) && !string.IsNullOrWhiteSpace(encoded) ? Known.GetOrAdd(encoded, Decode) : null;

    /// <summary>Whether references are to be checked here: in a build the task does it, for all files and once.</summary>
    public static bool ReportsReferences(AnalyzerConfigOptions options) => options.TryGetValue(Reports, out var value) && value == "true";

    /// <summary>Whether the constants are to be made for this compilation.</summary>
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

    // What is no glob is said by the task.
    private static PatternList Patterns(string value, params string[] otherwise) =>
        new([.. SettingText.List(value, otherwise).Where(static pattern => PatternList.Complaint(pattern) is null)]);

    private string? InScope(string path)
    {
        var absolute = path.Replace('\\', '/');
        // Of the folders above a repository, editors and MSBuild may spell a drive in different cases.
        return absolute.StartsWith(_root, StringComparison.OrdinalIgnoreCase) && absolute.AsSpan(_root.Length).StartsWith(_scope.AsSpan(), StringComparison.Ordinal)
            ? absolute[_root.Length..]
            : null;
    }
}
