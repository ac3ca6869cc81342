using System.Collections.Concurrent;
using SpecPush.Checkout;
using SpecPush.References.Manifests;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>Everything that a run needs from its host.</summary>
public sealed record RunRequest
{
    /// <summary>Absolute path of a folder in the checkout.</summary>
    public required string Directory { get; init; }

    /// <summary>The settings as the user wrote them.</summary>
    public required RawSettings Settings { get; init; }

    /// <summary>How the host's users spell settings.</summary>
    public required SettingSpelling Spelling { get; init; }

    /// <summary>The part of the environment that the core can see, including the token.</summary>
    public required EnvironmentVariables Environment { get; init; }

    /// <summary>The time for everything that is sent outside CI, unless the user set another.</summary>
    public TimeSpan LocalTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time for everything that is sent in CI, unless the user set another.</summary>
    public TimeSpan ContinuousIntegrationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The ID of the build, so that its projects show each message and try each push only once; null for a single run.</summary>
    public string? Build { get; init; }

    /// <summary>The project that was just built, if this run is part of its build.</summary>
    public CompiledProject? Project { get; init; }

    /// <summary>Whether to write only the project's manifest, because one run at the end of the whole build does the rest.</summary>
    public bool NotesReferencesOnly { get; init; }

    /// <summary>The runs that this process has started for the same build; null if there are no others.</summary>
    public StartedRuns? StartedRuns { get; init; }

    /// <summary>Called on the caller's thread before the run does or waits for anything that takes long, so that the host can do other work.</summary>
    public Action? LongWorkBegins { get; init; }

    /// <summary>The severities of findings that users chose, which the report's files have, too.</summary>
    internal SeverityChoices Severities { get; init; } = SeverityChoices.None;

    /// <summary>Whether the host shows only findings and lines, so that coverage is not needed.</summary>
    public bool ShowsFindingsOnly { get; init; }

    /// <summary>Whether to report what would be sent, without sending it.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Whether to save state in the checkout. Existing state is used in any case.</summary>
    public bool WritesState { get; init; } = true;

    /// <summary>The repository's host, if available.</summary>
    public IRepositoryHost? Host { get; init; }

    /// <summary>Whether this repeats an earlier run, after which the branch may have moved on.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether to compare a pull request with its target if the settings name nothing else.</summary>
    public bool ComparesPullRequests { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// The purposes of the runs that one process has started for one build. A run with the same purpose would give the same result, unless
/// its project has a new manifest, so it need neither start git nor wait.
/// </summary>
public sealed class StartedRuns
{
    private readonly ConcurrentDictionary<string, bool> _purposes = new(StringComparer.Ordinal);

    /// <summary>Adds a run; returns whether it is the first with its purpose.</summary>
    internal bool Add(string purpose) => _purposes.TryAdd(purpose, true);
}
