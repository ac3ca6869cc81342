using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Pushing;

/// <summary>Finds, links or creates the implementation of a push.</summary>
internal sealed class ImplementationRules(ImplementationStore store, Push push, string branchId)
{
    /// <summary>The implementation of a push with specs, which always has one.</summary>
    public Implementation WithSpecs(string product)
    {
        if (store.Tracking(branchId).FirstOrDefault(implementation => implementation.Product == product) is { } tracked)
        {
            return Keep(tracked);
        }

        var name = push.TargetImplName ?? push.BranchName;
        if (store.Find(product, name) is not { } existing)
        {
            return store.Create(product, name, push.ParentImplName, branchId);
        }

        return push is { TargetImplName: not null, ParentImplName: null }
            ? store.Link(existing, branchId, push.RepoUri)
            : throw NameTaken(name);
    }

    /// <summary>The implementation of a push without specs, which may have none.</summary>
    public Implementation? WithoutSpecs()
    {
        var tracked = store.Tracking(branchId).Where(implementation => push.ProductName is null || implementation.Product == push.ProductName).ToArray();
        return tracked switch
        {
            // Observed: the API accepts references even with another target, because they belong to the branch.
            [var only] => KeepParent(only),
            [] => push.References is null ? null : Untracked(),
            _ when push.TargetImplName is { } target => tracked.FirstOrDefault(implementation => implementation.Name == target) is { } named
                ? KeepParent(named)
                : throw RefusalException.Unprocessable($"Target implementation '{target}' not found"),
            _ => throw RefusalException.Unprocessable(
                $"Branch is tracked by multiple implementations ({string.Join(", ", tracked.Select(static implementation => implementation.Name))}). Please provide target_impl_name to specify which implementation to push to."),
        };
    }

    private Implementation? Untracked() => push switch
    {
        { ProductName: null, TargetImplName: null, ParentImplName: null } => null,
        { ProductName: { } product, TargetImplName: { } target, ParentImplName: { } parent } => store.Find(product, target) is null
            ? store.Create(product, target, parent, branchId)
            : throw NameTaken(target),
        { ProductName: { } product, TargetImplName: { } target } => store.Link(
            store.Existing(product, target, "Refs-only pushes with product_name and target_impl_name must resolve to an existing implementation unless parent_impl_name is also provided."),
            branchId,
            push.RepoUri),
        { TargetImplName: not null } => throw RefusalException.Unprocessable("Refs-only pushes that create or link an implementation require product_name."),
        { ProductName: not null, ParentImplName: not null } =>
            throw RefusalException.Unprocessable("Refs-only pushes that create a new child implementation require target_impl_name and parent_impl_name."),
        _ => throw RefusalException.Unprocessable("Refs-only push inputs must satisfy either the child-implementation or link-implementation rule set."),
    };

    private Implementation Keep(Implementation tracked)
    {
        if (push.TargetImplName is { } target && target != tracked.Name)
        {
            throw RefusalException.Unprocessable($"Branch is already tracked by implementation '{tracked.Name}' but target_impl_name '{target}' was specified");
        }

        return KeepParent(tracked);
    }

    private Implementation KeepParent(Implementation tracked)
    {
        if (push.ParentImplName is { } parent && parent != tracked.Parent)
        {
            store.Existing(tracked.Product, parent, $"Parent implementation '{parent}' not found");
            throw RefusalException.Unprocessable("Parent implementation cannot be changed via push.");
        }

        return tracked;
    }

    private static RefusalException NameTaken(string name) => RefusalException.Unprocessable(
        $"Implementation name '{name}' already exists for this product. Please provide a target_impl_name to link to the existing implementation or choose a different name.");
}
