namespace SpecPush.LocalServer.Pages;

// Public, because the components that Razor generates are public.

/// <summary>The content of the page.</summary>
public sealed record Overview(IReadOnlyList<ProductView> Products, IReadOnlyList<BranchView> UntrackedBranches);

public sealed record ProductView(string Name, IReadOnlyList<ImplementationView> Implementations);

public sealed record ImplementationView(string Name, string? Parent, IReadOnlyList<BranchView> Branches, IReadOnlyList<FeatureView> Features);

public sealed record BranchView(string RepoUri, string Name, string Commit);

/// <param name="Name">The feature's name.</param>
/// <param name="Version">The spec's version.</param>
/// <param name="Description">The feature's description.</param>
/// <param name="Spec">The spec's file.</param>
/// <param name="SpecFrom">The implementation that the spec is inherited from; null if it is not inherited.</param>
/// <param name="ReferencesFrom">The implementation that the references are inherited from; null if they are not inherited.</param>
/// <param name="Requirements">The spec's requirements, then IDs that have references but are not requirements.</param>
public sealed record FeatureView(
    string Name, string Version, string? Description, PlaceView Spec, string? SpecFrom, string? ReferencesFrom, IReadOnlyList<RequirementView> Requirements)
{
    public int Tested => Requirements.Count(static requirement => requirement.Tests.Any());

    public int Referenced => Requirements.Count(static requirement => requirement.References.Count > 0);
}

/// <param name="Acid">The requirement's ID.</param>
/// <param name="Text">Null for an ID that is not a requirement of the spec.</param>
/// <param name="Note">Its note in the spec.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
/// <param name="ReplacedBy">The requirements that replace it.</param>
/// <param name="References">Sorted by place.</param>
public sealed record RequirementView(string Acid, string? Text, string? Note, bool IsDeprecated, IReadOnlyList<string> ReplacedBy, IReadOnlyList<PlaceView> References)
{
    public IEnumerable<PlaceView> Tests => References.Where(static reference => reference.IsTest);

    public IEnumerable<PlaceView> Code => References.Where(static reference => !reference.IsTest);
}

/// <summary>A place in a repository, with a link if the host is known.</summary>
public sealed record PlaceView(string Path, bool IsTest, string? Address);
