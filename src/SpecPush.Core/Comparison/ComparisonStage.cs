using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Comparison;

/// <summary>Compares the requirements of the checkout with those of a commit.</summary>
internal sealed class ComparisonStage(IRepository repository, RepositoryStatus status, PushSettings settings, SettingSpelling spelling)
{
    private readonly ComparisonFindings _findings = new(settings.Comparison, spelling);

    /// <summary>Finds what to compare with; null for no comparison.</summary>
    /// <param name="resolution">Has the pull request whose target is used if the settings name nothing; null for none.</param>
    /// <param name="host">The repository's host, if available.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ComparisonBase?> FindBaseAsync(ContextResolution? resolution, IRepositoryHost? host, CancellationToken cancellationToken) =>
        settings.Comparison.IsOff || ComparedRevision.Choose(settings.Comparison.With, FindPullRequest(resolution)) is not { } choice
            ? null
            : await ComparisonBase.FindAsync(new ComparisonSource(repository, status, host), choice, _findings, cancellationToken);

    // If another commit is checked out, the pull request itself would not be compared. If its merge commit is, that has the target as a parent.
    private PullRequest? FindPullRequest(ContextResolution? resolution) =>
        settings.Comparison.With is null && resolution is { OtherCheckout: null, Context: { PullRequest: { } pullRequest, Commit: var head } }
            ? resolution.HeadParents is [var target, var source] && source == head ? pullRequest with { TargetCommit = target } : pullRequest
            : null;

    /// <summary>Reports a gate that can never fail, because the settings do not say what to compare with.</summary>
    public ImmutableArray<Finding> CheckGate() => settings.Comparison is { HasGate: true, With: null } ? [_findings.NothingNamed()] : [];

    public async Task<ComparisonResult> CompareAsync(ComparisonBase? @base, ComparedCheckout checkout, CancellationToken cancellationToken)
    {
        if (@base?.Commit is not { } commit)
        {
            return new ComparisonResult(null, @base?.Finding is { } reason ? [reason] : []);
        }

        if (await BaseFiles.FindAsync(repository, status, checkout, commit, cancellationToken) is not { } files)
        {
            return new ComparisonResult(null, [_findings.UnknownRevision(@base.With)]);
        }

        var (old, missing) = await new BaseReader(repository, settings, checkout).ReadAsync(commit, files, cancellationToken);
        if (old is null)
        {
            return new ComparisonResult(null, [_findings.MissingContents(@base.With, missing)]);
        }

        var knowledge = new TestKnowledge(old, checkout.Side, settings);
        var comparison = new RequirementComparison
        {
            Base = commit,
            With = @base.With,
            Requirements = RequirementChanges.From(RequirementPairs.Find(old, checkout.Side, settings), knowledge),
            InvalidSpecs = [.. old.InvalidSpecs.Union(checkout.Side.InvalidSpecs).Order(StringComparer.Ordinal)],
            UnknownProjects = knowledge.UnknownProjects,
        };
        var removed = new RemovedLines(repository, files);
        await removed.ReadAsync(comparison.Requirements, cancellationToken);
        return new ComparisonResult(comparison, ComparisonGate.Check(comparison, settings.Comparison, _findings, removed.Find));
    }
}

/// <summary>The result of the stage.</summary>
/// <param name="Comparison">Null if nothing was compared.</param>
/// <param name="Findings">Why nothing was compared, or what does not meet the team's requirements.</param>
internal sealed record ComparisonResult(RequirementComparison? Comparison, ImmutableArray<Finding> Findings);
