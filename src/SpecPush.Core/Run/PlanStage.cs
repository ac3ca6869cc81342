using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Planning;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Run;

/// <summary>Collects what a plan depends on, and makes the plan.</summary>
internal sealed class PlanStage(RunFacts facts, PushTarget target)
{
    /// <param name="gathering">The specs and references.</param>
    /// <param name="sentFeatures">The features whose references this checkout has sent; null if unknown.</param>
    /// <param name="cancellationToken">Cancels git and requests to the repository's host.</param>
    public async Task<(PushPlan Plan, RequestBodies Bodies)> ExecuteAsync(
        Gathering gathering, ImmutableDictionary<string, string>? sentFeatures, CancellationToken cancellationToken)
    {
        var settings = facts.Settings;
        var lastCommits = await LastCommits.FindAsync(
            facts.Repository, facts.Status, facts.Request.Host, target.Context.Commit!, [.. gathering.Specs.Select(static spec => spec.Path)], cancellationToken);
        var gaps = FindGaps(gathering);
        var input = new PlanInput
        {
            Context = target.Context,
            Settings = settings,
            Specs = gathering.Specs,
            References = gathering.References,
            LastCommits = lastCommits.ByPath,
            Override = settings.OverrideReferences == OverrideReferences.True || (settings.OverrideReferences == OverrideReferences.Auto && gaps.IsEmpty),
            SentFeatures = sentFeatures,
        };
        var removed = input.CanEmptyUnsent && target.Context.IsContinuousIntegration && gaps.IsEmpty
            ? await RemovedFeatures.FindAsync(facts.Repository, settings, target.Context.Commit!, gathering.Specs, cancellationToken)
            : input.RemovedFeatures;
        var plan = PushPlanner.Plan(input with { RemovedFeatures = removed }, facts.Request.Spelling);
        var merged = settings.OverrideReferences == OverrideReferences.Auto && !gaps.IsEmpty ? PlanFindings.MergedInsteadOfReplaced(gaps) : null;
        return (plan with { Findings = [.. new[] { lastCommits.Finding, merged }.OfType<Findings.Finding>(), .. plan.Findings] },
            new RequestBodies(target.Context, lastCommits.ByPath, settings.IncludeRawContent));
    }

    private ImmutableArray<string> FindGaps(Gathering gathering) => CompletenessClaim.Gaps(
        new ClaimFacts
        {
            CheckedOutCommit = facts.Status.HeadCommit,
            PushedCommit = target.Context.Commit,
            SparseFiles = gathering.SparseFiles,

            // On a developer's machine, Auto has refused to push if what was deleted referred to anything.
            MissingFiles = target.Context.IsContinuousIntegration || facts.Settings.Mode == RunMode.Push ? gathering.MissingFiles : [],
            UnreadableFiles = gathering.UnreadableFiles,
            TestProjectsWithoutManifest = gathering.TestProjectsWithoutManifest,
            IncompleteProjects = gathering.IncompleteProjects,
        },
        facts.Settings,
        facts.Request.Spelling);
}
