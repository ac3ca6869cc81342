namespace SpecPush.LocalServer.Pages;

// Public, because the components that Razor makes are.

/// <summary>What the page shows.</summary>
public sealed record Overview(IReadOnlyList<ProductView> Products, IReadOnlyList<BranchView> UntrackedBranches);

public sealed record ProductView(string Name, IReadOnlyList<ImplementationView> Implementations);

public sealed record ImplementationView(string Name, string? Parent, IReadOnlyList<BranchView> Branches, IReadOnlyList<FeatureView> Features);

public sealed record BranchView(string RepoUri, string Name, string Commit);

/// <param name="Name">The feature's name.</param>
/// <param name="Version">The spec's version.</param>
/// <param name="Description">What the spec says of the feature.</param>
/// <param name="Spec">Where the spec is.</param>
/// <param name="SpecFrom">The implementation whose spec this is, when it is inherited.</param>
/// <param name="ReferencesFrom">The implementation whose references these are, when they are inherited.</param>
/// <param name="Requirements">The spec's requirements, then what is referred to without being one.</param>
public sealed record FeatureView(
    string Name, string Version, string? Description, PlaceView Spec, string? SpecFrom, string? ReferencesFrom, IReadOnlyList<RequirementView> Requirements)
{
    public int Tested => Requirements.Count(static requirement => requirement.Tests.Any());

    public int Referenced => Requirements.Count(static requirement => requirement.References.Count > 0);
}

/// <param name="Acid">The requirement's ID.</param>
/// <param name="Text">Null for what is referred to and is no requirement of the spec.</param>
/// <param name="Note">What the spec adds to it.</param>
/// <param name="IsDeprecated">Whether it is to go.</param>
/// <param name="ReplacedBy">What takes its place.</param>
/// <param name="References">In the order of their places.</param>
public sealed record RequirementView(string Acid, string? Text, string? Note, bool IsDeprecated, IReadOnlyList<string> ReplacedBy, IReadOnlyList<PlaceView> References)
{
    public IEnumerable<PlaceView> Tests => References.Where(static reference => reference.IsTest);

    public IEnumerable<PlaceView> Code => References.Where(static reference => !reference.IsTest);
}

/// <summary>A place in a repository, with its address where the host is known.</summary>
public sealed record PlaceView(string Path, bool IsTest, string? Address);
