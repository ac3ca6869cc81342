using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Comparison;

/// <summary>The findings about a comparison.</summary>
/// <param name="settings">What the team requires: if the requirement cannot be checked, the run must fail.</param>
/// <param name="spelling">How the user spells settings.</param>
internal sealed class ComparisonFindings(ComparisonSettings settings, SettingSpelling spelling)
{
    private const string FetchDepth = "fetch-depth in actions/checkout";

    private Severity Unable => settings.HasGate ? Severity.Error : settings.With is null ? Severity.Message : Severity.Warning;

    public Finding NothingNamed() => new("SPUSH3012", Severity.Error,
        $"The requirements were not compared, because {spelling["compare-with"]} is not set; set it to a branch, such as main.");

    public Finding NoCommit(string with) => NoBase(with, "there is no commit yet");

    public Finding UnknownRevision(string with) => NoBase(with, $"this clone has no such branch or commit; fetch it, or correct {spelling["compare-with"]}");

    public Finding NoCommonHistory(string with) => NoBase(with, "they have no commit in common");

    public Finding TooShallow(string with, MergeBase? mergeBase) => new("SPUSH3013", Unable, mergeBase is null
        ? $"The requirements were not compared with {Name(with)}, because this clone is too shallow to show where the two diverged; check out the whole history ({FetchDepth}: 0)."
        : string.Create(CultureInfo.InvariantCulture,
            $"The requirements were not compared with {Name(with)}, because this clone does not have {mergeBase.Commit[..7]}, where the two diverged; check out at least {mergeBase.Ahead + 1} commits, or 0 for all ({FetchDepth})."));

    public Finding MissingContents(string with, int count) => new("SPUSH3014", Unable,
        $"The requirements were not compared with {Name(with)}, because this clone lacks the content of {OneLine.Count(count, "file")}, and SpecPush fetches nothing; clone without --filter.");

    public Finding LostTests(RequirementChange change, SourceLocation place) => new("SPUSH2030", settings.FailOnLostTests ? Severity.Error : Severity.Message,
        $"{change.Acid} has lost its last test ({Places(change.LostTests)}); keep a test that mentions it, or remove or deprecate the requirement.", place);

    public static Finding UntestedAddition(RequirementChange change) => new("SPUSH2031", Severity.Error,
        $"{change.Acid} is new, and no test refers to it; mention it in the test that covers it.", new SourceLocation(change.Path, change.Line));

    public static Finding UnknownProjects(ImmutableArray<string> projects) => new("SPUSH2032", Severity.Message,
        $"The compiled tests of {Places(projects)} are not known for both sides, so only their text was compared; build them first, and name the manifests of the base.");

    private Finding NoBase(string with, string reason) => new("SPUSH3012", Unable, $"The requirements were not compared with {Name(with)}, because {reason}.");

    private static string Name(string with) => $"'{OneLine.From(with, 100)}'";

    private static string Places(ImmutableArray<string> places) =>
        OneLine.From(string.Join(", ", places.Take(3)), 300) + (places.Length > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {places.Length - 3} more") : "");
}
