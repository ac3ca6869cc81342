using System.Globalization;
using SpecPush.Actions.Commands;
using SpecPush.Findings;
using SpecPush.Pushing;
using SpecPush.Reporting;

namespace SpecPush.Actions.Rendering;

/// <summary>The report as the job summary of a workflow run, in Markdown.</summary>
internal static class JobSummary
{
    /// <summary>The maximum size in bytes. GitHub's limit is 1,048,576, but summaries of exactly that size were refused.</summary>
    public const int MaxPage = 900_000;

    // As many as one can take in at a glance; the rest is folded.
    private const int MaxOpen = 20;

    public static string Render(Report report, SourceLinks links, int bytes = MaxPage)
    {
        var page = new BoundedText(bytes);
        AddOutcome(page, report, links);
        if (report.Comparison is { } comparison)
        {
            page.AddLine(ComparisonSection.Render(comparison, links, bytes / 4));
        }

        AddFindings(page, report, Severity.Error, links);
        AddFindings(page, report, Severity.Warning, links);
        CoverageSection.Add(page, report.Coverage);
        AddFindings(page, report, Severity.Message, links);
        return page.ToString();
    }

    private static void AddOutcome(BoundedText page, Report report, SourceLinks links)
    {
        var context = report.Context;
        page.AddLine($"## SpecPush: {(report.Pushed ? "pushed" : "not pushed")}");
        page.AddLine();
        if (context.Branch is { } branch && context.Commit is { } commit)
        {
            var shortCommit = Markdown.Link($"<code>{commit[..7]}</code>", links.ToCommit);
            page.AddLine($"{Markdown.Code(context.RepoUri ?? "")}, branch {Markdown.Code(branch)}, commit {shortCommit}");
            page.AddLine();
        }

        if (report.Reason is { } reason)
        {
            page.AddLine($"{Capital(Markdown.Escape(reason))}.{LinkToCode(report)}");
            page.AddLine();
        }

        if (!report.Results.IsEmpty)
        {
            page.AddLines([.. report.Results.Select(Item)], page.Size / 10, "products");
            page.AddLine();
        }
    }

    // If the server already has this state, there is nothing to explain.
    private static string LinkToCode(Report report) => report is { Pushed: false, ReasonCode: { } code } ? $" {Markdown.Link(code, Finding.LinkTo(code))}" : "";

    private static string Item(PushResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"- **{Markdown.Escape(result.Product ?? "references")}** → {(result.Implementation is { } name ? $"**{Markdown.Escape(name)}**" : "no implementation tracks this branch")}: {OneLine.Count(result.SpecsCreated, "spec")} created, {result.SpecsUpdated} updated, {OneLine.Count(result.References, "reference")}");

    private static void AddFindings(BoundedText page, Report report, Severity severity, SourceLinks links)
    {
        var items = report.Findings.Where(finding => finding.Severity == severity).Select(finding => Item(finding, links)).ToArray();
        if (items.Length == 0)
        {
            return;
        }

        var (level, open) = (WorkflowCommand.Level(severity), severity == Severity.Message ? 0 : MaxOpen);
        page.AddLine(string.Create(CultureInfo.InvariantCulture, $"### {Capital(level)}s: {items.Length}"));
        page.AddLine();
        if (open > 0)
        {
            page.AddLines([.. items.Take(open)], page.Size / 12, $"{level}s");
            page.AddLine();
        }

        if (items.Length > open)
        {
            var rest = items[open..];
            page.AddFolded(string.Create(CultureInfo.InvariantCulture, $"Show {rest.Length}{(open == 0 ? "" : " more")}"), rest, page.Size / 12, $"{level}s");
        }
    }

    private static string Item(Finding finding, SourceLinks links)
    {
        var place = finding.Location is { } location ? $"{Markdown.Link(Markdown.Code(Describe(location)), links.To(location))} " : "";
        return $"- {place}{Markdown.Escape(finding.Message)} {Markdown.Link(finding.Code, finding.HelpLink)}";
    }

    private static string Describe(SourceLocation place) =>
        place.Line == 0 ? place.Path : string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Line}");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
