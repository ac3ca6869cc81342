using System.Collections.Immutable;

namespace SpecPush.Settings;

/// <summary>The settings, checked and with their defaults.</summary>
internal sealed record PushSettings
{
    public required RunMode Mode { get; init; }

    /// <summary>Ends in a slash, so that relative addresses resolve below it.</summary>
    public required Uri ApiUrl { get; init; }

    public required PatternList Branches { get; init; }

    /// <summary>Relative to the repository root, with <c>/</c> and without one at its end; empty for the whole repository.</summary>
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

    /// <summary>Null when the user left it to the defaults, which depend on where this runs.</summary>
    public TimeSpan? Timeout { get; init; }

    public bool Force { get; init; }

    /// <summary>Globs, relative to the repository root.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    public string? Report { get; init; }

    public string? Sarif { get; init; }

    public string? HtmlReport { get; init; }

    public string? Badge { get; init; }

    public required CoverageGoals Goals { get; init; }
}
