namespace SpecPush.LocalServer.Validation;

/// <summary>A push that matches the schema.</summary>
internal sealed record Push
{
    public string RepoUri { get; init; } = "";

    public string BranchName { get; init; } = "";

    public string CommitHash { get; init; } = "";

    public string? ProductName { get; init; }

    public string? TargetImplName { get; init; }

    public string? ParentImplName { get; init; }

    public IReadOnlyList<PushedSpec> Specs { get; init; } = [];

    /// <summary>Null if the push has no references, which is not the same as an empty set.</summary>
    public PushedReferences? References { get; init; }
}

internal sealed record PushedSpec
{
    public string Feature { get; init; } = "";

    public string Product { get; init; } = "";

    public string Version { get; init; } = "";

    public string? Description { get; init; }

    public IReadOnlyList<string>? Prerequisites { get; init; }

    public string Path { get; init; } = "";

    public string LastSeenCommit { get; init; } = "";

    public string? RawContent { get; init; }

    public IReadOnlyDictionary<string, PushedRequirement> Requirements { get; init; } = new Dictionary<string, PushedRequirement>(StringComparer.Ordinal);
}

internal sealed record PushedRequirement(string Requirement, bool Deprecated, string? Note, IReadOnlyList<string>? ReplacedBy);

internal sealed record PushedReferences(bool Override, IReadOnlyDictionary<string, IReadOnlyList<PushedReference>> Data);

internal sealed record PushedReference(string Path, bool IsTest);
