using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>Decides which requests to send.</summary>
internal static class PushPlanner
{
    public static PushPlan Plan(PlanInput input, SettingSpelling spelling)
    {
        var (lists, remains) = ReferenceLists.Create(input);
        var cuts = lists.Select(ReferenceCut.From).ToImmutableArray();
        var references = cuts.Select(static cut => cut.Kept).ToImmutableArray();
        var products = input.Specs.Select(static spec => spec.Product).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var (requests, unapplied) = products.IsEmpty ? PlanReferencesOnly(input, references) : PlanProducts(input, products, references);
        return new PushPlan(
            requests,
            [
                .. remains is null ? (ImmutableArray<Finding>)[] : [remains],
                .. cuts.Where(static cut => cut.IsShorter).Select(cut => PlanFindings.ReferencesCut(cut.Kept.Acid, cut.Found, cut.Kept.References.Length, spelling)),
                .. unapplied.Distinct().Select(entry => PlanFindings.EntryNotForPullRequests(entry.Setting, entry.Text, spelling)),
            ]);
    }

    private static (ImmutableArray<PlannedRequest> Requests, ImmutableArray<UnappliedEntry> Unapplied) PlanProducts(
        PlanInput input, ImmutableArray<string> products, ImmutableArray<AcidReferences> references)
    {
        var bodies = new RequestBodies(input.Context, input.LastCommits, input.Settings.IncludeRawContent);
        var owners = FeatureOwners(input.Specs);
        var requests = ImmutableArray.CreateBuilder<PlannedRequest>();
        var unapplied = ImmutableArray.CreateBuilder<UnappliedEntry>();
        for (var index = 0; index < products.Length; index++)
        {
            var product = products[index];
            // References to features without a spec here are sent with the first product, because the server refuses references without
            // a spec on a branch with two products.
            var own = references.RemoveAll(entry => owners.TryGetValue(entry.Feature, out var owner) ? owner != product : index > 0);
            var template = Template(input, product, products);
            unapplied.AddRange(template.Unapplied);
            requests.AddRange(RequestSplitter.Split(template.Request, [.. input.Specs.Where(spec => spec.Product == product)], own, bodies));
        }

        return (requests.ToImmutable(), unapplied.ToImmutable());
    }

    private static Dictionary<string, string> FeatureOwners(ImmutableArray<Spec> specs)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var spec in specs.OrderBy(static spec => spec.Product, StringComparer.Ordinal))
        {
            owners.TryAdd(spec.Feature, spec.Product);
        }

        return owners;
    }

    private static (ImmutableArray<PlannedRequest> Requests, ImmutableArray<UnappliedEntry> Unapplied) PlanReferencesOnly(
        PlanInput input, ImmutableArray<AcidReferences> references)
    {
        if (references.IsEmpty)
        {
            return ([], []);
        }

        var product = input.Settings.ProductName;
        var template = Template(input, product, product is null ? [] : [product]);
        var bodies = new RequestBodies(input.Context, input.LastCommits, includeRawContent: false);
        return ([.. RequestSplitter.Split(template.Request, [], references, bodies)], template.Unapplied);
    }

    private static (PlannedRequest Request, ImmutableArray<UnappliedEntry> Unapplied) Template(PlanInput input, string? product, ImmutableArray<string> products)
    {
        var (target, unappliedTarget) = FindName(input, input.Settings.Targets, "target-impl-name", product, products);
        var (parent, unappliedParent) = FindName(input, input.Settings.Parents, "parent-impl-name", product, products);
        var isOwnParent = parent is not null && parent == (target ?? input.Context.Branch);
        var request = new PlannedRequest
        {
            Product = product,
            TargetImplName = target,
            ParentImplName = isOwnParent ? null : parent,
            Override = input.Override,
        };
        return (request, [.. new[] { unappliedTarget, unappliedParent }.OfType<UnappliedEntry>()]);
    }

    private static (string? Name, UnappliedEntry? Unapplied) FindName(
        PlanInput input, ImplementationEntries entries, string setting, string? product, ImmutableArray<string> products)
    {
        var entry = entries.Find(input.Context.Branch!, product, products);
        if (entry is null)
        {
            return (null, null);
        }

        // The first push from a feature branch would claim a name like `production` permanently.
        return entry.Branches is null && input.Context.PullRequest is not null
            ? (null, new UnappliedEntry(setting, entry.Text))
            : (entry.Name(products), null);
    }

    // An entry without a branch glob, which is not applied to pull requests.
    private sealed record UnappliedEntry(string Setting, string Text);
}

/// <summary>The requests to send, one after another.</summary>
internal sealed record PushPlan(ImmutableArray<PlannedRequest> Requests, ImmutableArray<Finding> Findings);
