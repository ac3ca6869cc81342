using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Pushing;

/// <summary>Finds, links or creates the implementation that a push is about.</summary>
internal sealed class ImplementationRules(ImplementationStore store, Push push, string branchId)
{
    /// <summary>For a push with specs, which always has one.</summary>
    public Implementation OfSpecs(string product)
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

    /// <summary>For a push without specs, which may touch none.</summary>
    public Implementation? OfReferences()
    {
        var tracked = store.Tracking(branchId).Where(implementation => push.ProductName is null || implementation.Product == push.ProductName).ToArray();
        if (tracked.Length > 1 && push.TargetImplName is not null)
        {
            tracked = [.. tracked.Where(implementation => implementation.Name == push.TargetImplName)];
        }

        return tracked switch
        {
            [var only] => Keep(only),
            [] => OfUntracked(),
            _ => throw Refusal.Unprocessable(
                $"Branch is tracked by multiple implementations ({string.Join(", ", tracked.Select(static implementation => implementation.Name))}). Please provide a target_impl_name."),
        };
    }

    private Implementation? OfUntracked() => push switch
    {
        { ProductName: null, TargetImplName: null, ParentImplName: null } => null,
        { ProductName: { } product, TargetImplName: { } target, ParentImplName: { } parent } => store.Find(product, target) is null
            ? store.Create(product, target, parent, branchId)
            : throw NameTaken(target),
        { ProductName: { } product, TargetImplName: { } target } =>
            store.Link(store.Existing(product, target, $"Target implementation '{target}' not found"), branchId, push.RepoUri),
        _ => throw Refusal.Unprocessable("A push of references alone needs product_name and target_impl_name to link or create an implementation."),
    };

    private Implementation Keep(Implementation tracked)
    {
        if (push.TargetImplName is { } target && target != tracked.Name)
        {
            throw Refusal.Unprocessable($"Branch is already tracked by implementation '{tracked.Name}' but target_impl_name '{target}' was specified");
        }

        if (push.ParentImplName is { } parent && parent != tracked.Parent)
        {
            store.Existing(tracked.Product, parent, $"Parent implementation '{parent}' not found");
            throw Refusal.Unprocessable("Parent implementation cannot be changed via push.");
        }

        return tracked;
    }

    private static Refusal NameTaken(string name) => Refusal.Unprocessable(
        $"Implementation name '{name}' already exists for this product. Please provide a target_impl_name to link to the existing implementation or choose a different name.");
}
