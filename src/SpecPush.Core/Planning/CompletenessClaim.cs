using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Planning;

/// <summary>
/// A push with <c>override</c> claims that these are all references to these features. That is true only if everything that could
/// refer to a requirement was read; otherwise references are merged with those on the server.
/// </summary>
internal static class CompletenessClaim
{
    /// <summary>Why the claim cannot be made, each as the end of "…because"; empty if it can.</summary>
    public static ImmutableArray<string> Gaps(ClaimFacts facts, PushSettings settings, SettingSpelling spelling)
    {
        var gaps = ImmutableArray.CreateBuilder<string>();
        AddIf(settings.Scope.Length > 0, $"{spelling["scope"]} limits what is read to '{settings.Scope}'");
        AddIf(settings.Features.Count > 0, $"{spelling["features"]} limits what is sent to some features");
        AddIf(facts.SparseFiles > 0, $"a sparse checkout leaves out {OneLine.Count(facts.SparseFiles, "file")}");
        AddIf(facts.MissingFiles.Length > 0, $"{List(facts.MissingFiles)} is committed, but missing from the work tree");
        AddIf(facts.UnreadableFiles.Length > 0, $"{List(facts.UnreadableFiles)} could not be read");
        AddIf(facts.CheckedOutCommit != facts.PushedCommit, "the checked-out commit is not the pushed one");
        AddIf(facts.TestProjectsWithoutManifest.Length > 0, $"{List(facts.TestProjectsWithoutManifest)} has not been built in its current state");
        AddIf(facts.IncompleteProjects.Length > 0, $"{List([.. facts.IncompleteProjects.Select(static path => path.Length == 0 ? "an assembly" : path)])} has tests or attributes whose references are unknown");
        return gaps.ToImmutable();

        void AddIf(bool condition, string gap)
        {
            if (condition)
            {
                gaps.Add(gap);
            }
        }
    }

    private static string List(ImmutableArray<string> names) => names switch
    {
        [] => "nothing",
        [var only] => only,
        [var first, ..] => $"{first} (and {names.Length - 1} more)",
    };
}

/// <summary>The facts that decide whether the claim can be made.</summary>
internal sealed record ClaimFacts
{
    public required string? CheckedOutCommit { get; init; }

    public required string? PushedCommit { get; init; }

    public required int SparseFiles { get; init; }

    public required ImmutableArray<string> MissingFiles { get; init; }

    public required ImmutableArray<string> UnreadableFiles { get; init; }

    public required ImmutableArray<string> TestProjectsWithoutManifest { get; init; }

    /// <summary>Projects that were built, but of whose references some are unknown; an empty path for a project that is not known.</summary>
    public required ImmutableArray<string> IncompleteProjects { get; init; }
}
