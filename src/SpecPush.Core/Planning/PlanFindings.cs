using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Planning;

/// <summary>The findings about a plan.</summary>
internal static class PlanFindings
{
    public static Finding MergedInsteadOfReplaced(ImmutableArray<string> gaps) => new("SPUSH2001", Severity.Message,
        $"A push adds the references to those on the server instead of replacing them, so a removed one stays there until a complete push: {string.Join("; ", gaps)}.");

    public static Finding OldReferencesMayRemain(ImmutableArray<string> features) => new("SPUSH2002", Severity.Message,
        $"No reference to {List(features)} was found; if an earlier push of this branch from another machine sent some, the server still has them until that machine pushes again.");

    public static Finding SpecsRemoved(ImmutableArray<string> features) => new("SPUSH2016", Severity.Message,
        $"The repository no longer has the specs of {List(features)}. A push removes their references from the server but never deletes a spec, so delete those there.");

    public static Finding ReferencesCut(string acid, int found, int sent, SettingSpelling spelling) => new("SPUSH2003", Severity.Warning,
        $"{acid} is referred to from {found} places, more than one request can hold; a push sends {sent} of them, those in tests first. Exclude generated files with {spelling["exclude"]}.");

    public static Finding EntryNotForPullRequests(string setting, string entry, SettingSpelling spelling) => new("SPUSH5008", Severity.Message,
        $"{spelling[setting]} '{entry}' is not applied, because this is a pull request and its branch would take that name permanently; write main={entry} to say which branch it is meant for.");

    public static Finding NothingToPush(SettingSpelling spelling) => new("SPUSH2004", Severity.Warning,
        $"There is nothing to push: no spec matches {spelling["specs"]} (features/**/*.feature.yaml unless set), and no file refers to a requirement.");

    public static Finding EmptyScope(string scope, SettingSpelling spelling) => new("SPUSH5016", Severity.Warning,
        $"{spelling["scope"]} is '{scope}', but the repository has no file in a folder of that name, so there is nothing to push; write the folder's path from the repository root, in the same case.");

    private static string List(ImmutableArray<string> names) =>
        names.Length <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Length - 3} more features";
}
