using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Contents;

/// <summary>Everything that a team pushed.</summary>
internal sealed record TeamContents(IReadOnlyList<StoredImplementation> Implementations, IReadOnlyList<StoredBranch> Branches);

internal sealed record StoredImplementation(string Id, string Product, string Name, string? ParentId, IReadOnlyList<string> BranchIds);

internal sealed record StoredBranch(
    string Id, string RepoUri, string BranchName, string CommitHash, IReadOnlyList<PushedSpec> Specs, IReadOnlyDictionary<string, IReadOnlyList<PushedReference>> References);
