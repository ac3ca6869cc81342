using SpecPush.Settings;

namespace SpecPush.MSBuild;

// One MSBuild property for each setting. They are all text, because the core checks them in the same way for every host.
public sealed partial class PushSpecs
{
    /// <inheritdoc cref="RawSettings.ApiUrl"/>
    public string? ApiUrl { get; set; }

    /// <inheritdoc cref="RawSettings.AllowInsecureApi"/>
    public string? AllowInsecureApi { get; set; }

    /// <inheritdoc cref="RawSettings.Mode"/>
    public string? Mode { get; set; }

    /// <inheritdoc cref="RawSettings.Branches"/>
    public string? Branches { get; set; }

    /// <inheritdoc cref="RawSettings.Scope"/>
    public string? Scope { get; set; }

    /// <inheritdoc cref="RawSettings.Specs"/>
    public string? Specs { get; set; }

    /// <inheritdoc cref="RawSettings.Exclude"/>
    public string? Exclude { get; set; }

    /// <inheritdoc cref="RawSettings.Features"/>
    public string? Features { get; set; }

    /// <inheritdoc cref="RawSettings.ProductName"/>
    public string? ProductName { get; set; }

    /// <inheritdoc cref="RawSettings.TargetImplName"/>
    public string? TargetImplName { get; set; }

    /// <inheritdoc cref="RawSettings.ParentImplName"/>
    public string? ParentImplName { get; set; }

    /// <inheritdoc cref="RawSettings.OverrideReferences"/>
    public string? OverrideReferences { get; set; }

    /// <inheritdoc cref="RawSettings.IncludeRawContent"/>
    public string? IncludeRawContent { get; set; }

    /// <inheritdoc cref="RawSettings.RepoUri"/>
    public string? RepoUri { get; set; }

    /// <inheritdoc cref="RawSettings.Branch"/>
    public string? Branch { get; set; }

    /// <inheritdoc cref="RawSettings.Commit"/>
    public string? Commit { get; set; }

    /// <inheritdoc cref="RawSettings.Timeout"/>
    public string? Timeout { get; set; }

    /// <inheritdoc cref="RawSettings.Force"/>
    public string? Force { get; set; }

    /// <inheritdoc cref="RawSettings.Collected"/>
    public string? Collected { get; set; }

    /// <inheritdoc cref="RawSettings.CollectTo"/>
    public string? CollectTo { get; set; }

    /// <inheritdoc cref="RawSettings.Report"/>
    public string? Report { get; set; }

    /// <inheritdoc cref="RawSettings.Sarif"/>
    public string? Sarif { get; set; }

    /// <inheritdoc cref="RawSettings.HtmlReport"/>
    public string? HtmlReport { get; set; }

    /// <inheritdoc cref="RawSettings.Badge"/>
    public string? Badge { get; set; }

    /// <inheritdoc cref="RawSettings.MinimumTested"/>
    public string? MinimumTested { get; set; }

    /// <inheritdoc cref="RawSettings.Baseline"/>
    public string? Baseline { get; set; }

    /// <inheritdoc cref="RawSettings.UpdateBaseline"/>
    public string? UpdateBaseline { get; set; }

    /// <inheritdoc cref="RawSettings.CompareWith"/>
    public string? CompareWith { get; set; }

    /// <inheritdoc cref="RawSettings.CompareManifests"/>
    public string? CompareManifests { get; set; }

    /// <inheritdoc cref="RawSettings.FailOnLostTests"/>
    public string? FailOnLostTests { get; set; }

    /// <inheritdoc cref="RawSettings.FailOnUntestedAdditions"/>
    public string? FailOnUntestedAdditions { get; set; }

    private RawSettings RawSettings => new()
    {
        ApiUrl = ApiUrl,
        AllowInsecureApi = AllowInsecureApi,
        Mode = Mode,
        Branches = Branches,
        Scope = Scope,
        Specs = Specs,
        Exclude = Exclude,
        Features = Features,
        ProductName = ProductName,
        TargetImplName = TargetImplName,
        ParentImplName = ParentImplName,
        OverrideReferences = OverrideReferences,
        IncludeRawContent = IncludeRawContent,
        RepoUri = RepoUri,
        Branch = Branch,
        Commit = Commit,
        Timeout = Timeout,
        Force = Force,
        Collected = Collected,
        CollectTo = CollectTo,
        Report = Report,
        Sarif = Sarif,
        HtmlReport = HtmlReport,
        Badge = Badge,
        MinimumTested = MinimumTested,
        Baseline = Baseline,
        UpdateBaseline = UpdateBaseline,
        CompareWith = CompareWith,
        CompareManifests = CompareManifests,
        FailOnLostTests = FailOnLostTests,
        FailOnUntestedAdditions = FailOnUntestedAdditions,
    };
}
