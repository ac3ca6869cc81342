namespace SpecPush.Settings;

/// <summary>
/// The settings as a user wrote them: MSBuild properties or action inputs. Null, empty and blank all mean "not set".
/// <c>docs/settings.md</c> describes each of them.
/// </summary>
public sealed record RawSettings
{
    /// <summary>The API's base address, such as <c>https://app.acai.sh/api/v1</c>.</summary>
    public string? ApiUrl { get; init; }

    /// <summary><c>true</c> allows sending the token over <c>http:</c> to another machine.</summary>
    public string? AllowInsecureApi { get; init; }

    /// <summary>A <see cref="RunMode"/>.</summary>
    public string? Mode { get; init; }

    /// <summary>Globs of branches that are pushed in mode <c>Auto</c>; <c>!</c> excludes.</summary>
    public string? Branches { get; init; }

    /// <summary>A folder that specs and references are limited to.</summary>
    public string? Scope { get; init; }

    /// <summary>Globs of spec files, relative to the scope.</summary>
    public string? Specs { get; init; }

    /// <summary>Globs of files that are not searched for references.</summary>
    public string? Exclude { get; init; }

    /// <summary>Names of features that specs and references are limited to.</summary>
    public string? Features { get; init; }

    /// <summary>The product of a repository that has only references.</summary>
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

    /// <summary>Seconds for everything that one build or step sends.</summary>
    public string? Timeout { get; init; }

    /// <summary><c>true</c> sends even what was already sent.</summary>
    public string? Force { get; init; }

    /// <summary>Globs of built test assemblies, for projects whose builds write no manifests.</summary>
    public string? Assemblies { get; init; }

    /// <summary>Files, or globs of files, that other jobs collected from the same commit.</summary>
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

    /// <summary>The minimum percentage of requirements that tests must refer to.</summary>
    public string? MinimumTested { get; init; }

    /// <summary>Path of the list of requirements that need no test.</summary>
    public string? Baseline { get; init; }

    /// <summary><c>true</c> rewrites that list with the requirements that have no test now.</summary>
    public string? UpdateBaseline { get; init; }

    /// <summary>A branch or commit with whose merge base the requirements are compared; <c>none</c> for no comparison.</summary>
    public string? CompareWith { get; init; }

    /// <summary>Path of a folder with the reference manifests of that merge base, or of a file collected there.</summary>
    public string? CompareManifests { get; init; }

    /// <summary><c>true</c> makes it an error when a requirement loses its last test.</summary>
    public string? FailOnLostTests { get; init; }

    /// <summary><c>true</c> makes it an error when an added requirement has no test.</summary>
    public string? FailOnUntestedAdditions { get; init; }

    /// <summary>Reads each setting by the name of its action input.</summary>
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
