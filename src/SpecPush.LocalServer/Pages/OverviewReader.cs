using SpecPush.LocalServer.Contents;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Pages;

/// <summary>Groups what was pushed by product, implementation and feature, including what an implementation inherits.</summary>
internal sealed class OverviewReader
{
    private readonly TeamContents _contents;
    private readonly Dictionary<string, StoredImplementation> _implementations;
    private readonly Dictionary<string, StoredBranch> _branches;

    private OverviewReader(TeamContents contents)
    {
        _contents = contents;
        _implementations = contents.Implementations.ToDictionary(static implementation => implementation.Id, StringComparer.Ordinal);
        _branches = contents.Branches.ToDictionary(static branch => branch.Id, StringComparer.Ordinal);
    }

    public static Overview Read(TeamContents contents) => new OverviewReader(contents).Read();

    private Overview Read()
    {
        var tracked = _contents.Implementations.SelectMany(static implementation => implementation.BranchIds).ToHashSet(StringComparer.Ordinal);
        return new Overview(
            [.. _contents.Implementations.GroupBy(static implementation => implementation.Product, StringComparer.Ordinal)
                .Select(product => new ProductView(product.Key, [.. product.Select(ViewOf)]))],
            [.. _contents.Branches.Where(branch => !tracked.Contains(branch.Id)).Select(ViewOf)]);
    }

    private static BranchView ViewOf(StoredBranch branch) => new(branch.RepoUri, branch.BranchName, branch.CommitHash);

    private ImplementationView ViewOf(StoredImplementation implementation) => new(
        implementation.Name,
        ParentOf(implementation)?.Name,
        [.. BranchesOf(implementation).Select(ViewOf)],
        [.. Lineage(implementation).SelectMany(SpecsOf).Select(static found => found.Spec.Feature).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(feature => ViewOf(implementation, feature))]);

    private FeatureView ViewOf(StoredImplementation implementation, string feature)
    {
        var (specOwner, (branch, spec)) = Lineage(implementation)
            .Select(owner => (owner, Found: SpecsOf(owner).LastOrDefault(found => found.Spec.Feature == feature)))
            .First(static candidate => candidate.Found.Spec is not null);
        var (referenceOwner, lists) = Lineage(implementation)
            .Select(owner => (owner, Lists: ListsOf(owner, feature).ToArray()))
            .FirstOrDefault(static candidate => candidate.Lists.Length > 0, (implementation, []));
        var references = lists.ToLookup(static list => list.Acid, static list => list.Place, StringComparer.Ordinal);
        var unknown = references.Select(static list => list.Key).Where(acid => !spec.Requirements.ContainsKey(acid)).Select(static acid => (acid, (PushedRequirement?)null));
        return new FeatureView(
            feature,
            spec.Version,
            spec.Description,
            PlaceLinks.Find(branch, spec.Path, isTest: false),
            specOwner == implementation ? null : specOwner.Name,
            referenceOwner == implementation ? null : referenceOwner.Name,
            [.. spec.Requirements.OrderBy(static requirement => NaturalOrder.KeyOf(requirement.Key), StringComparer.Ordinal).Select(static requirement => (requirement.Key, (PushedRequirement?)requirement.Value))
                .Concat(unknown)
                .Select(requirement => ViewOf(requirement.Item1, requirement.Item2, references[requirement.Item1]))]);
    }

    private static RequirementView ViewOf(string acid, PushedRequirement? requirement, IEnumerable<PlaceView?> places) => new(
        acid, requirement?.Requirement, requirement?.Note, requirement?.Deprecated ?? false, requirement?.ReplacedBy ?? [],
        [.. places.OfType<PlaceView>().OrderBy(static place => NaturalOrder.KeyOf(place.Path), StringComparer.Ordinal)]);

    /// <summary>The implementation and its ancestors, nearest first.</summary>
    private IEnumerable<StoredImplementation> Lineage(StoredImplementation? implementation)
    {
        for (; implementation is not null; implementation = ParentOf(implementation))
        {
            yield return implementation;
        }
    }

    private StoredImplementation? ParentOf(StoredImplementation implementation) => implementation.ParentId is { } parent ? _implementations[parent] : null;

    private IEnumerable<StoredBranch> BranchesOf(StoredImplementation implementation) => implementation.BranchIds.Select(id => _branches[id]);

    private IEnumerable<(StoredBranch Branch, PushedSpec Spec)> SpecsOf(StoredImplementation implementation) =>
        BranchesOf(implementation).SelectMany(static branch => branch.Specs, static (branch, spec) => (branch, spec)).Where(found => found.spec.Product == implementation.Product);

    /// <summary>The references of one feature, with a null for an empty list, which hides inherited references.</summary>
    private IEnumerable<(string Acid, PlaceView? Place)> ListsOf(StoredImplementation implementation, string feature) =>
        from branch in BranchesOf(implementation)
        from list in branch.References
        where list.Key.StartsWith(feature + ".", StringComparison.Ordinal)
        from place in list.Value.Select(reference => PlaceLinks.Find(branch, reference.Path, reference.IsTest)).DefaultIfEmpty<PlaceView?>(null)
        select (list.Key, place);
}
