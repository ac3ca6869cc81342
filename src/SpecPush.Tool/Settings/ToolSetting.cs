using System.Collections.Immutable;
using SpecPush.Settings;

namespace SpecPush.Tool.Settings;

/// <summary>A setting, as a command-line option and a member of specpush.json.</summary>
/// <param name="Name">The name, the same as that of the action's input.</param>
/// <param name="Kind">The kind of its value.</param>
/// <param name="Takes">The placeholder for its value in the help.</param>
/// <param name="Description">Its description in the help.</param>
internal sealed record ToolSetting(string Name, SettingKind Kind, string Takes, string Description)
{
    /// <summary>Whether only commands that look at what would be sent have it.</summary>
    public bool IsForSending { get; init; }

    /// <summary>Why it is not allowed in specpush.json, which is checked in; null if it is allowed.</summary>
    public string? NotInFile { get; init; }

    /// <summary>The only command that has it; null for all commands.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>What value it takes, as the end of a sentence.</summary>
    public string Expected => Kind switch
    {
        SettingKind.Flag => "true or false",
        SettingKind.List or SettingKind.Files => "a text, or a list of texts",
        _ => "a text or a number",
    };

    public string Option => SettingSpelling.CommandLine[Name];
}

/// <summary>The kind of a setting's value.</summary>
internal enum SettingKind
{
    Text,

    /// <summary><c>true</c> or <c>false</c>; an option without a value means <c>true</c>.</summary>
    Flag,

    /// <summary>Several texts.</summary>
    List,

    /// <summary>Files or globs of files, relative to the current folder.</summary>
    Files,

    /// <summary>A file: relative to the current folder on the command line, and to the repository's root in specpush.json.</summary>
    File,
}

/// <summary>All settings, in the order of the help.</summary>
internal static class ToolSettings
{
    private const string SaysWhere = "a file of the checkout must not say where the token goes";
    private const string OfOneRun = "it is true of a single run only";

    public static ImmutableArray<ToolSetting> All { get; } =
    [
        Sending("mode", SettingKind.Text, "MODE", "Auto, Push or Check; Auto pushes where that is expected, and else says why not"),
        Sending("api-url", SettingKind.Text, "URL", "The API with its version; also ACAI_API_BASE_URL in the environment") with { NotInFile = SaysWhere },
        Sending("allow-insecure-api", SettingKind.Flag, "true", "Let the token travel over http to a host that is not this machine") with { NotInFile = SaysWhere },
        Sending("branches", SettingKind.List, "GLOBS", "The branches that Auto pushes; ! excludes"),
        Sending("target-impl-name", SettingKind.List, "ENTRIES", "The implementation's name, as [branch-glob=][product/]name"),
        Sending("parent-impl-name", SettingKind.List, "ENTRIES", "What a new implementation inherits from, in the same form"),
        Sending("product-name", SettingKind.Text, "NAME", "The product of a repository that has references only"),
        Sending("override-references", SettingKind.Text, "auto", "auto, true or false: whether the server's references are replaced"),
        Sending("include-raw-content", SettingKind.Flag, "true", "Send each spec's text as well"),
        Sending("repo-uri", SettingKind.Text, "URI", "The repository, host/owner/repo"),
        Sending("branch", SettingKind.Text, "NAME", "The branch to push") with { NotInFile = OfOneRun },
        Sending("commit", SettingKind.Text, "HASH", "The commit to push") with { NotInFile = OfOneRun },
        Sending("timeout", SettingKind.Text, "SECONDS", "For everything that is sent; 120 unless set"),
        Sending("force", SettingKind.Flag, "true", "Send even what was sent before") with { NotInFile = OfOneRun },
        new("scope", SettingKind.Text, "FOLDER", "A folder that specs and references are limited to"),
        new("specs", SettingKind.List, "GLOBS", "The spec files; features/**/*.feature.yaml unless set"),
        new("exclude", SettingKind.List, "GLOBS", "Files in which references are not looked for"),
        new("features", SettingKind.List, "NAMES", "The features that specs and references are limited to"),
        new("assemblies", SettingKind.List, "GLOBS", "Built test assemblies, where builds leave no manifests"),
        new("collected", SettingKind.Files, "FILES", "What other jobs of the same commit have collected; globs") { NotInFile = OfOneRun },
        new("collect-to", SettingKind.File, "FILE", "Where to write; collected.specpush in the repository unless set") { OnlyFor = "collect" },
        new("minimum-tested", SettingKind.Text, "PERCENT", "The least share of requirements that tests must refer to"),
        new("baseline", SettingKind.Text, "FILE", "The requirements that may be without a test, relative to the repository"),
        new("update-baseline", SettingKind.Flag, "true", "Write that file as it is now") { NotInFile = OfOneRun },
        new("compare-with", SettingKind.Text, "REVISION", "A branch or commit with which the requirements are compared") { NotInFile = OfOneRun },
        new("compare-manifests", SettingKind.File, "FOLDER", "The reference manifests of what is compared with"),
        new("fail-on-lost-tests", SettingKind.Flag, "true", "Make it an error when a requirement loses its last test"),
        new("fail-on-untested-additions", SettingKind.Flag, "true", "Make it an error when an added requirement has no test"),
        new("report", SettingKind.File, "FILE", "Write the JSON report"),
        new("sarif", SettingKind.File, "FILE", "Write the findings as SARIF"),
        new("html-report", SettingKind.File, "FILE", "Write the coverage as a page"),
        new("badge", SettingKind.File, "FILE", "Write the coverage as a badge"),
        new("severity", SettingKind.List, "ENTRIES", "Other severities, as SPUSH2010=error; error, warning, message or off"),
        new("fail-on", SettingKind.Text, "SEVERITY", "error, warning or never: the least severity with which the command fails"),
    ];

    private static ToolSetting Sending(string name, SettingKind kind, string takes, string description) => new(name, kind, takes, description) { IsForSending = true };
}
