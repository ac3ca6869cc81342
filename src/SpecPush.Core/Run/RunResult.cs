using System.Collections.Immutable;
using SpecPush.Reporting;

namespace SpecPush.Run;

/// <summary>What a run leaves to say.</summary>
/// <param name="Report">All of it.</param>
/// <param name="Findings">The findings that no other project of the same build has shown yet.</param>
/// <param name="Lines">What was done or why not, a line each, that no other project of the same build has said yet.</param>
public sealed record RunResult(Report Report, ImmutableArray<Finding> Findings, ImmutableArray<string> Lines);
