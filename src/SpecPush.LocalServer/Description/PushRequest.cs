using System.ComponentModel;
using System.Text.Json.Serialization;

namespace SpecPush.LocalServer.Description;

/// <summary>The request in the API's description. Members that are not <c>required</c> can be omitted, but are never null.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PushRequest
{
    [Description("The repository as host/owner/name, exactly as spelled.")]
    public required string RepoUri { get; init; }

    public required string BranchName { get; init; }

    public required string CommitHash { get; init; }

    [Description("For a push of only references: the product of the implementation to create or link.")]
    public string ProductName { get; init; } = "";

    [Description("The implementation to create, or to link the branch to.")]
    public string TargetImplName { get; init; } = "";

    [Description("The implementation that a new one inherits from.")]
    public string ParentImplName { get; init; } = "";

    public IReadOnlyList<SpecObject> Specs { get; init; } = [];

    public References References { get; init; } = new() { Data = new Dictionary<string, IReadOnlyList<RefObject>>(StringComparer.Ordinal) };
}

internal sealed record SpecObject
{
    public required Feature Feature { get; init; }

    public required FeatureMeta Meta { get; init; }

    [Description("The requirements by ID.")]
    public required IReadOnlyDictionary<string, RequirementDefinition> Requirements { get; init; }
}

internal sealed record Feature
{
    [Description("Letters, digits, hyphens and underscores.")]
    public required string Name { get; init; }

    [Description("Letters, digits, hyphens and underscores.")]
    public required string Product { get; init; }

    [Description("Three numbers; default 1.0.0.")]
    public string Version { get; init; } = "1.0.0";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Prerequisites { get; init; } = [];
}

internal sealed record FeatureMeta
{
    [Description("Relative to the root of the repository, with slashes.")]
    public required string Path { get; init; }

    public required string LastSeenCommit { get; init; }

    public string RawContent { get; init; } = "";
}

internal sealed record RequirementDefinition
{
    public required string Requirement { get; init; }

    public bool Deprecated { get; init; }

    public string Note { get; init; } = "";

    public IReadOnlyList<string> ReplacedBy { get; init; } = [];
}

internal sealed record References
{
    [Description("Lists of references by requirement ID.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<RefObject>> Data { get; init; }

    [Description("Whether to replace every list of each mentioned feature.")]
    public bool Override { get; init; }
}

internal sealed record RefObject
{
    [Description("The file, a colon and the line.")]
    public required string Path { get; init; }

    public bool IsTest { get; init; }
}
