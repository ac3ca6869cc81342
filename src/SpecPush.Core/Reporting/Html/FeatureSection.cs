using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Coverage;

namespace SpecPush.Reporting.Html;

/// <summary>One feature with its requirements, their references and tests.</summary>
internal sealed class FeatureSection(PushContext context)
{
    public Markup Render(FeatureCoverage feature) => Markup.From($"""
        <details open>
        <summary><h3>{feature.Feature}</h3> <progress value="{feature.WithTests}" max="{Math.Max(1, feature.Requirements)}"></progress> <span class="count">{feature.WithTests} of {feature.Requirements} tested, {feature.WithReferences} referenced</span></summary>
        <ol>
        {Markup.Join(feature.ByRequirement.Select(Render))}</ol>
        </details>

        """);

    private Markup Render(RequirementCoverage requirement) => Markup.From($"""
        <li class="{ClassOf(requirement)}">
        {Link($"{requirement.Path}:{requirement.Line}", Markup.From($"<code>{requirement.Acid}</code>"))}{(requirement.Deprecated ? Markup.From($" <span class=\"mark\">deprecated</span>") : Markup.Empty)}
        <p>{requirement.Text}</p>
        {Places("Tests", requirement.Tests)}{Places("Code", requirement.References)}</li>

        """);

    private static string ClassOf(RequirementCoverage requirement) =>
        (requirement.Deprecated ? "deprecated " : "") + (requirement.Tests.IsEmpty ? requirement.References.IsEmpty ? "bare" : "referenced" : "tested");

    private Markup Places(string label, ImmutableArray<string> places) => places.IsEmpty
        ? Markup.Empty
        : Markup.From($"<p class=\"places\"><span class=\"label\">{label}</span> {Markup.Join(places.Select(place => Markup.From($"{Link(place, Markup.From($"{place}"))} ")))}</p>\n");

    private Markup Link(string place, Markup text) =>
        context is { RepoUri: { } repository, Commit: { } commit } && HostedSource.AddressOf(repository, commit, place) is { } address
            ? Markup.From($"<a href=\"{address}\" rel=\"noreferrer\">{text}</a>")
            : text;
}
