namespace SpecPush.LocalServer.Validation;

/// <summary>A push of the right shape.</summary>
internal sealed record Push
{
    public string RepoUri { get; init; } = "";

    public string BranchName { get; init; } = "";

    public string CommitHash { get; init; } = "";

    public string? ProductName { get; init; }

    public string? TargetImplName { get; init; }

    public string? ParentImplName { get; init; }

    public IReadOnlyList<PushedSpec> Specs { get; init; } = [];

    /// <summary>Null when the push has no references, which is not the same as an empty set of them.</summary>
    public PushedReferences? References { get; init; }
}

internal sealed record PushedSpec(
    string Feature,
    string Product,
    string Version,
    string? Description,
    IReadOnlyList<string>? Prerequisites,
    string Path,
    string LastSeenCommit,
    string? RawContent,
    IReadOnlyDictionary<string, PushedRequirement> Requirements);

internal sealed record PushedRequirement(string Requirement, bool Deprecated, string? Note, IReadOnlyList<string>? ReplacedBy);

internal sealed record PushedReferences(bool Override, IReadOnlyDictionary<string, IReadOnlyList<PushedReference>> Data);

internal sealed record PushedReference(string Path, bool IsTest);
