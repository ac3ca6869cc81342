using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>What a run leaves to say.</summary>
/// <param name="Root">The repository root, which all paths are relative to.</param>
/// <param name="Mode">The mode it ran in.</param>
/// <param name="Report">All of it.</param>
/// <param name="Findings">The findings that no other project of the same build has shown yet.</param>
/// <param name="Lines">What was done or why not, a line each, that no other project of the same build has said yet.</param>
public sealed record RunResult(
    string Root, RunMode Mode, Report Report, ImmutableArray<Finding> Findings, ImmutableArray<string> Lines);
