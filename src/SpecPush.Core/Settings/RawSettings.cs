namespace SpecPush.Settings;

/// <summary>
/// The settings as a user wrote them: MSBuild properties or action inputs. Null, empty and blank all mean "not set".
/// <c>docs/settings.md</c> describes each of them.
/// </summary>
public sealed record RawSettings
{
    /// <summary>The API's base address, such as <c>https://app.acai.sh/api/v1</c>.</summary>
    public string? ApiUrl { get; init; }

    /// <summary><c>true</c> lets the token travel over <c>http:</c> to a host that is not this machine.</summary>
    public string? AllowInsecureApi { get; init; }

    /// <summary>A <see cref="RunMode"/>.</summary>
    public string? Mode { get; init; }

    /// <summary>Globs of branches that are pushed in mode <c>Auto</c>; <c>!</c> excludes.</summary>
    public string? Branches { get; init; }

    /// <summary>A folder that specs and references are limited to.</summary>
    public string? Scope { get; init; }

    /// <summary>Globs of spec files, relative to the scope.</summary>
    public string? Specs { get; init; }

    /// <summary>Globs of files in which references are not looked for.</summary>
    public string? Exclude { get; init; }

    /// <summary>Names of features that specs and references are limited to.</summary>
    public string? Features { get; init; }

    /// <summary>The product of a repository that has references only.</summary>
    public string? ProductName { get; init; }

    /// <summary>Entries <c>[branch-glob=][product/]name</c>.</summary>
    public string? TargetImplName { get; init; }

    /// <summary>Entries <c>[branch-glob=][product/]name</c>.</summary>
    public string? ParentImplName { get; init; }

    /// <summary><c>auto</c>, <c>true</c> or <c>false</c>.</summary>
    public string? OverrideReferences { get; init; }

    /// <summary><c>true</c> sends each spec's text as well.</summary>
    public string? IncludeRawContent { get; init; }

    /// <summary>The repository, <c>host/owner/repo</c>.</summary>
    public string? RepoUri { get; init; }

    /// <summary>The branch to push.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit to push.</summary>
    public string? Commit { get; init; }

    /// <summary>Seconds for everything that is sent in one build or step.</summary>
    public string? Timeout { get; init; }

    /// <summary><c>true</c> sends even what was already sent.</summary>
    public string? Force { get; init; }

    /// <summary>Globs of built test assemblies, where builds leave no manifests. Of the action alone.</summary>
    public string? Assemblies { get; init; }

    /// <summary>Files, or globs of files, that other jobs of the same commit have collected.</summary>
    public string? Collected { get; init; }

    /// <summary>Path of the file that mode <c>Collect</c> writes.</summary>
    public string? CollectTo { get; init; }

    /// <summary>Path of the JSON report.</summary>
    public string? Report { get; init; }

    /// <summary>Path of the findings as SARIF.</summary>
    public string? Sarif { get; init; }

    /// <summary>Path of the coverage as a page.</summary>
    public string? HtmlReport { get; init; }

    /// <summary>Path of the coverage as a badge.</summary>
    public string? Badge { get; init; }

    /// <summary>The least share of requirements, in per cent, that tests must refer to.</summary>
    public string? MinimumTested { get; init; }

    /// <summary>Path of the list of requirements that may be without a test.</summary>
    public string? Baseline { get; init; }

    /// <summary><c>true</c> writes that list as it is now.</summary>
    public string? UpdateBaseline { get; init; }

    /// <summary>A branch or commit with whose merge base the requirements are compared; <c>none</c> for no comparison.</summary>
    public string? CompareWith { get; init; }

    /// <summary>Path of a folder with reference manifests of that merge base, or of a file that was collected there.</summary>
    public string? CompareManifests { get; init; }

    /// <summary><c>true</c> makes it an error when a requirement loses its last test.</summary>
    public string? FailOnLostTests { get; init; }

    /// <summary><c>true</c> makes it an error when an added requirement has no test.</summary>
    public string? FailOnUntestedAdditions { get; init; }

    /// <summary>Settings that are found by the names that action inputs have.</summary>
    internal static RawSettings From(Func<string, string?> read) => new()
    {
        ApiUrl = read("api-url"),
        AllowInsecureApi = read("allow-insecure-api"),
        Mode = read("mode"),
        Branches = read("branches"),
        Scope = read("scope"),
        Specs = read("specs"),
        Exclude = read("exclude"),
        Features = read("features"),
        ProductName = read("product-name"),
        TargetImplName = read("target-impl-name"),
        ParentImplName = read("parent-impl-name"),
        OverrideReferences = read("override-references"),
        IncludeRawContent = read("include-raw-content"),
        RepoUri = read("repo-uri"),
        Branch = read("branch"),
        Commit = read("commit"),
        Timeout = read("timeout"),
        Force = read("force"),
        Assemblies = read("assemblies"),
        Collected = read("collected"),
        CollectTo = read("collect-to"),
        Report = read("report"),
        Sarif = read("sarif"),
        HtmlReport = read("html-report"),
        Badge = read("badge"),
        MinimumTested = read("minimum-tested"),
        Baseline = read("baseline"),
        UpdateBaseline = read("update-baseline"),
        CompareWith = read("compare-with"),
        CompareManifests = read("compare-manifests"),
        FailOnLostTests = read("fail-on-lost-tests"),
        FailOnUntestedAdditions = read("fail-on-untested-additions"),
    };
}
