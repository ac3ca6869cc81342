using System.Collections.Concurrent;
using SpecPush.Checkout;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>Everything that a run needs to know from its host.</summary>
public sealed record RunRequest
{
    /// <summary>Absolute path of a folder in the checkout.</summary>
    public required string Directory { get; init; }

    /// <summary>The settings as the user wrote them.</summary>
    public required RawSettings Settings { get; init; }

    /// <summary>How the user spells settings.</summary>
    public required SettingSpelling Spelling { get; init; }

    /// <summary>What the core may see of the environment, the token among it.</summary>
    public required EnvironmentVariables Environment { get; init; }

    /// <summary>The time for everything that is sent outside CI, unless the user set one.</summary>
    public TimeSpan LocalTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time for everything that is sent in CI, unless the user set one.</summary>
    public TimeSpan ContinuousIntegrationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Names the build that this run belongs to, so that its projects say and try each thing once; null when there is just this run.</summary>
    public string? Build { get; init; }

    /// <summary>The project that has just been built, if this run is part of its build.</summary>
    public CompiledProject? Project { get; init; }

    /// <summary>Whether the run ends when the project's references are noted, because one run after the whole build does the rest.</summary>
    public bool NotesReferencesOnly { get; init; }

    /// <summary>The runs that this process has completed for the same build; null when it has no other ones.</summary>
    public CompletedRuns? CompletedRuns { get; init; }

    /// <summary>Whether findings and lines are all that the host shows, and no coverage.</summary>
    public bool ShowsFindingsOnly { get; init; }

    /// <summary>Whether the run ends before anything is sent, and reports what would be.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Whether what was done is remembered in the checkout. Where it is not, it is read all the same.</summary>
    public bool WritesState { get; init; } = true;

    /// <summary>The repository's host, if it can be asked.</summary>
    public IRepositoryHost? Host { get; init; }

    /// <summary>Whether this repeats an earlier run, since which the branch may have moved on.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether a pull request is compared with its target where the settings name nothing to compare with.</summary>
    public bool ComparesPullRequests { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// What the runs of one build were asked to do, in one process. The second run would find what the first one found, unless its own
/// project has something new to add: so it need not even ask git.
/// </summary>
public sealed class CompletedRuns
{
    private readonly ConcurrentDictionary<string, bool> _purposes = new(StringComparer.Ordinal);

    internal bool Contain(string purpose) => _purposes.ContainsKey(purpose);

    internal void Add(string purpose) => _purposes[purpose] = true;
}
