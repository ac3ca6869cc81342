using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Coverage;

namespace SpecPush.Reporting.Html;

/// <summary>The section of one feature, with its requirements, references and tests.</summary>
/// <param name="context">The repository and commit for links.</param>
/// <param name="changes">The changes of requirements, by product and ID.</param>
internal sealed class FeatureSection(PushContext context, ILookup<(string Product, string Acid), RequirementChange> changes)
{
    public Markup Render(FeatureCoverage feature) => Markup.From($"""
        <details open>
        <summary><h3>{feature.Feature}</h3> <progress value="{feature.WithTests}" max="{Math.Max(1, feature.Requirements)}"></progress> <span class="count">{feature.WithTests} of {feature.Requirements} tested, {feature.WithReferences} referenced</span></summary>
        <ol>
        {Markup.Join(feature.ByRequirement.Select(requirement => Render(requirement, changes[(feature.Product, requirement.Acid)].FirstOrDefault())))}</ol>
        </details>

        """);

    /// <summary>Renders removed requirements, with links to where they were.</summary>
    public static Markup RenderRemoved(IEnumerable<RequirementChange> removed, PushContext context) => Markup.From($"""
        <details open>
        <summary><h3>Removed</h3></summary>
        <ol>
        {Markup.Join(removed.Select(change => Markup.From($"<li class=\"changed\">\n{Link(context, $"{change.Path}:{change.Line}", Markup.From($"<code>{change.Acid}</code>"))}\n<p><del>{change.Text}</del></p>\n</li>\n")))}</ol>
        </details>

        """);

    private Markup Render(RequirementCoverage requirement, RequirementChange? change) => Markup.From($"""
        <li class="{ClassOf(requirement)}{(change is null ? "" : " changed")}">
        {Link($"{requirement.Path}:{requirement.Line}", Markup.From($"<code>{requirement.Acid}</code>"))}{(requirement.Deprecated ? Mark("deprecated") : Markup.Empty)}{(change is null ? Markup.Empty : Mark(ChangeWords.For(change)))}
        <p>{(change?.OldText is { } old ? Difference(old, requirement.Text) : Markup.From($"{requirement.Text}"))}</p>
        {Places("Tests", requirement.Tests)}{Places("Code", requirement.References)}</li>

        """);

    private static string ClassOf(RequirementCoverage requirement) =>
        (requirement.Deprecated ? "deprecated " : "") + (requirement.Tests.IsEmpty ? requirement.References.IsEmpty ? "bare" : "referenced" : "tested");

    private static Markup Mark(string text) => Markup.From($" <span class=\"mark\">{text}</span>");

    private static Markup Difference(string old, string now) => Markup.Join(WordDifference.Compare(old, now).Select(static part => part.Kind switch
    {
        TextPartKind.Old => Markup.From($"<del>{part.Text}</del> "),
        TextPartKind.New => Markup.From($"<ins>{part.Text}</ins> "),
        _ => Markup.From($"{part.Text} "),
    }));

    private Markup Places(string label, ImmutableArray<string> places) => places.IsEmpty
        ? Markup.Empty
        : Markup.From($"<p class=\"places\"><span class=\"label\">{label}</span> {Markup.Join(places.Select(place => Markup.From($"{Link(place, Markup.From($"{place}"))} ")))}</p>\n");

    private Markup Link(string place, Markup text) => Link(context, place, text);

    private static Markup Link(PushContext context, string place, Markup text) =>
        context is { RepoUri: { } repository, Commit: { } commit } && HostedSource.AddressOf(repository, commit, place) is { } address
            ? Markup.From($"<a href=\"{address}\" rel=\"noreferrer\">{text}</a>")
            : text;
}
