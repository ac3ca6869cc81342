using System.Collections.Immutable;
using SpecPush.Reporting;
using SpecPush.Storage;

namespace SpecPush.Run;

/// <summary>Keeps the projects of one build from saying and trying the same thing again. Used while the lock is held.</summary>
internal sealed class BuildSession
{
    private const string OutcomeSaid = "outcome";

    private readonly ImmutableHashSet<string>.Builder _said;

    public BuildSession(SessionState state)
    {
        _said = state.Said.ToBuilder();
        Failed = state.Failed;
        Spent = state.Spent;
    }

    /// <summary>Whether a push of this build failed; its other projects would only hear the same.</summary>
    public bool Failed { get; set; }

    /// <summary>The time that this build has spent on sending.</summary>
    public TimeSpan Spent { get; set; }

    public SessionState State => new(_said.ToImmutable(), Failed, Spent);

    /// <summary>Those findings that were not said before; from now on they were.</summary>
    public ImmutableArray<Finding> New(ImmutableArray<Finding> findings) =>
        [.. findings.Where(finding => _said.Add($"{finding.Code} {finding.Location} {finding.Message}"))];

    /// <summary>Those lines that were not said before; from now on they were.</summary>
    /// <param name="lines">What happened.</param>
    /// <param name="isRepetition">Whether they only say that nothing is new, which is worth a line if nothing else was said.</param>
    public ImmutableArray<string> New(ImmutableArray<string> lines, bool isRepetition)
    {
        if (lines.IsEmpty || (isRepetition && _said.Contains(OutcomeSaid)))
        {
            return [];
        }

        _said.Add(OutcomeSaid);
        return [.. lines.Where(line => isRepetition || _said.Add(line))];
    }
}
