using System.Collections.Immutable;

namespace SpecPush.Settings;

/// <summary>The settings, checked and with their defaults.</summary>
internal sealed record PushSettings
{
    public required RunMode Mode { get; init; }

    /// <summary>Ends with a slash, so that relative addresses resolve below it.</summary>
    public required Uri ApiUrl { get; init; }

    public required PatternList Branches { get; init; }

    /// <summary>Relative to the repository root, with <c>/</c> but no trailing one; empty for the whole repository.</summary>
    public required string Scope { get; init; }

    public required PatternList Specs { get; init; }

    public required PatternList Exclude { get; init; }

    /// <summary>Empty for all features.</summary>
    public required ImmutableHashSet<string> Features { get; init; }

    public string? ProductName { get; init; }

    public required ImplementationEntries Targets { get; init; }

    public required ImplementationEntries Parents { get; init; }

    public OverrideReferences OverrideReferences { get; init; }

    public bool IncludeRawContent { get; init; }

    public required ContextSettings Context { get; init; }

    /// <summary>Null for the default, which depends on the host.</summary>
    public TimeSpan? Timeout { get; init; }

    public bool Force { get; init; }

    /// <summary>Globs, relative to the repository root.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <summary>Files or globs of files, absolute or relative to the repository root.</summary>
    public ImmutableArray<string> Collected { get; init; } = [];

    /// <summary>Relative to the repository root.</summary>
    public required string CollectTo { get; init; }

    public required ReportPaths Reports { get; init; }

    public required CoverageGoals Goals { get; init; }

    public required ComparisonSettings Comparison { get; init; }

    /// <summary>Whether a path relative to the repository root is in the scope.</summary>
    public bool IsInScope(string path) => Scope.Length == 0 || path.StartsWith(Scope + "/", StringComparison.Ordinal);
}

/// <summary>What the user set; it takes precedence over everything that is detected.</summary>
internal sealed record ContextSettings(string? RepoUri, string? Branch, string? Commit);

/// <summary>Where each form of the report is written; null for a form that is not wanted.</summary>
internal sealed record ReportPaths(string? Html, string? Badge, string? Sarif, string? Json)
{
    public IEnumerable<string> All => new[] { Html, Badge, Sarif, Json }.OfType<string>();
}

/// <summary>What a team requires of its tests.</summary>
/// <param name="MinimumTested">The minimum percentage of requirements with a test; null for none.</param>
/// <param name="Baseline">Path of the list of requirements that need no test; null for none.</param>
/// <param name="UpdateBaseline">Whether to rewrite that list with the requirements that have no test now.</param>
internal sealed record CoverageGoals(int? MinimumTested, string? Baseline, bool UpdateBaseline);

/// <summary>What the requirements are compared with, and which changes are errors.</summary>
/// <param name="With">A revision; null to let the host decide.</param>
/// <param name="Manifests">Path of a folder with the base's reference manifests, or of a collected file; null for none.</param>
/// <param name="FailOnLostTests">Whether losing a requirement's last test is an error.</param>
/// <param name="FailOnUntestedAdditions">Whether adding a requirement without a test is an error.</param>
internal sealed record ComparisonSettings(string? With, string? Manifests, bool FailOnLostTests, bool FailOnUntestedAdditions)
{
    /// <summary>The value that turns the comparison off.</summary>
    public const string None = "none";

    public bool IsOff => string.Equals(With, None, StringComparison.OrdinalIgnoreCase);

    public bool HasGate => FailOnLostTests || FailOnUntestedAdditions;
}

/// <summary>What a run may do.</summary>
public enum RunMode
{
    /// <summary>Push where that is expected (CI, or a clean local checkout with a token); otherwise check and say why.</summary>
    Auto,

    /// <summary>Always push; a missing token is an error.</summary>
    Push,

    /// <summary>Read and report; never contact the API.</summary>
    Check,

    /// <summary>Write what the builds of this job found to a file for the job that pushes; contact no server.</summary>
    Collect,

    /// <summary>Do nothing.</summary>
    Off,
}

/// <summary>Whether a push replaces the references on the server or adds to them.</summary>
public enum OverrideReferences
{
    /// <summary>Replace if everything that may refer to a requirement was read; otherwise merge and say what was missing.</summary>
    Auto,

    /// <summary>Always replace.</summary>
    True,

    /// <summary>Always merge.</summary>
    False,
}
