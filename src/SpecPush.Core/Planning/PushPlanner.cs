using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>Decides which requests a push consists of.</summary>
internal static class PushPlanner
{
    public static PushPlan Plan(PlanInput input, PlanFindings findings)
    {
        var products = input.Specs.Select(static spec => spec.Product).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var bodies = new RequestBodies(input.Context, input.LastCommits, input.Settings.IncludeRawContent);
        var references = ReferenceLists.Create(input, findings);
        var requests = ImmutableArray.CreateBuilder<PlannedRequest>();
        if (products.IsEmpty)
        {
            requests.AddRange(PlanReferencesOnly(input, references, findings));
        }

        var owners = FeatureOwners(input.Specs);
        for (var index = 0; index < products.Length; index++)
        {
            var product = products[index];
            // References of features that no spec here describes travel with the first product: alone, on a branch with two
            // products, the server refuses them.
            var own = references.RemoveAll(entry => owners.TryGetValue(entry.Feature, out var owner) ? owner != product : index > 0);
            var template = Template(input, product, products, findings);
            requests.AddRange(RequestSplitter.Split(template, [.. input.Specs.Where(spec => spec.Product == product)], own, bodies, findings));
        }

        return new PushPlan(requests.ToImmutable(), findings.All);
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

    private static IEnumerable<PlannedRequest> PlanReferencesOnly(
        PlanInput input, ImmutableArray<AcidReferences> references, PlanFindings findings)
    {
        if (references.IsEmpty)
        {
            return [];
        }

        var product = input.Settings.ProductName;
        ImmutableArray<string> products = product is null ? [] : [product];
        var bodies = new RequestBodies(input.Context, input.LastCommits, includeRawContent: false);
        return RequestSplitter.Split(Template(input, product, products, findings), [], references, bodies, findings);
    }

    private static PlannedRequest Template(PlanInput input, string? product, ImmutableArray<string> products, PlanFindings findings)
    {
        var target = FindName(input, input.Settings.Targets, "target-impl-name", product, products, findings);
        var parent = FindName(input, input.Settings.Parents, "parent-impl-name", product, products, findings);
        var isOwnParent = parent is not null && parent == (target ?? input.Context.Branch);
        return new PlannedRequest
        {
            Product = product,
            TargetImplName = target,
            ParentImplName = isOwnParent ? null : parent,
            Override = input.Override,
        };
    }

    private static string? FindName(
        PlanInput input,
        ImplementationEntries entries,
        string setting,
        string? product,
        ImmutableArray<string> products,
        PlanFindings findings)
    {
        var entry = entries.Find(input.Context.Branch!, product, products);
        if (entry is null)
        {
            return null;
        }

        // A first push from a feature branch would take a name like `production` for that branch for good.
        if (entry.Branches is null && input.Context.PullRequest is not null)
        {
            findings.EntryNotForPullRequests(setting, entry.Text);
            return null;
        }

        return entry.Name(products);
    }
}

/// <summary>What to send, in this order, one after another.</summary>
internal sealed record PushPlan(ImmutableArray<PlannedRequest> Requests, ImmutableArray<Finding> Findings);
