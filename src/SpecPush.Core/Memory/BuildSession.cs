using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Memory;

/// <summary>Keeps the projects of one build from saying and trying the same thing again. Used while the lock is held.</summary>
internal sealed class BuildSession
{
    private const string OutcomeSaid = "outcome";

    private readonly ImmutableHashSet<string>.Builder _said;
    private readonly ImmutableHashSet<string>.Builder _refused;
    private readonly ImmutableHashSet<string>.Builder _completed;

    public BuildSession(SessionState state)
    {
        _said = state.Said.ToBuilder();
        _refused = state.Refused.ToBuilder();
        _completed = state.Completed.ToBuilder();
        Failed = state.Failed;
        Spent = state.Spent;
    }

    /// <summary>Whether a push of this build met a failure that every other one would meet, too.</summary>
    public bool Failed { get; set; }

    /// <summary>Whether a push of this build did not get everything across.</summary>
    public bool IsIncomplete => Failed || _refused.Count > 0;

    /// <summary>The time that this build has spent on sending.</summary>
    public TimeSpan Spent { get; set; }

    public SessionState State => new(_said.ToImmutable(), Failed, Spent, _refused.ToImmutable(), _completed.ToImmutable());

    /// <summary>Whether the server refused requests with these fingerprints in this build; it would refuse them again.</summary>
    public bool HasRefused(ImmutableArray<string> fingerprints) => fingerprints.All(_refused.Contains);

    /// <summary>Notes the fingerprints of requests that the server refused.</summary>
    public void Refuse(IEnumerable<string> fingerprints) => _refused.UnionWith(fingerprints);

    /// <summary>Whether a run that was asked to do the same has ended in this build.</summary>
    public bool HasCompleted(string purpose) => _completed.Contains(purpose);

    /// <summary>Notes what a run that has ended was asked to do.</summary>
    public void Complete(string purpose) => _completed.Add(purpose);

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
