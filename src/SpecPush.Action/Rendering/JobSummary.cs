using System.Globalization;
using SpecPush.Actions.Commands;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Pushing;
using SpecPush.Reporting;

namespace SpecPush.Actions.Rendering;

/// <summary>The report as the Markdown page that a workflow run shows for the step.</summary>
internal static class JobSummary
{
    /// <summary>In bytes. GitHub takes 1,048,576; actions that cut to exactly that were refused all the same.</summary>
    public const int MaxPage = 900_000;

    private const int BarLength = 10;

    public static string Render(Report report, SourceLinks links, int bytes = MaxPage)
    {
        var page = new BoundedText(bytes);
        AddOutcome(page, report, links);
        AddCoverage(page, report);
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Message])
        {
            AddFindings(page, severity, [.. report.Findings.Where(finding => finding.Severity == severity)], links);
        }

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
            page.AddLine(Capital(Markdown.Escape(reason)) + ".");
            page.AddLine();
        }

        if (!report.Results.IsEmpty)
        {
            page.AddLine("| product | implementation | specs created | specs updated | references |");
            page.AddLine("|---|---|--:|--:|--:|");
            page.AddLines([.. report.Results.Select(Row)], page.Size / 10, "products");
            page.AddLine();
        }
    }

    private static string Row(PushResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Markdown.Escape(result.Product ?? "–")} | {Markdown.Escape(result.Implementation ?? "none tracks this branch")} | {result.SpecsCreated} | {result.SpecsUpdated} | {result.References} |");

    private static void AddCoverage(BoundedText page, Report report)
    {
        if (report.Coverage.IsEmpty)
        {
            return;
        }

        page.AddLine("### Requirements");
        page.AddLine();
        page.AddLine("| product | feature | requirements | referenced | tested | |");
        page.AddLine("|---|---|--:|--:|--:|---|");
        page.AddLines([.. report.Coverage.Select(Row)], page.Size / 4, "features");
        page.AddLine();
    }

    private static string Row(FeatureCoverage feature) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Markdown.Escape(feature.Product)} | {Markdown.Escape(feature.Feature)} | {feature.Requirements} | {feature.WithReferences} | {feature.WithTests} | {Bar(feature)} |");

    // Rounded down, so that a full bar means all.
    private static string Bar(FeatureCoverage feature)
    {
        var share = feature.Requirements == 0 ? 1.0 : (double)feature.WithTests / feature.Requirements;
        var full = (int)(share * BarLength);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', BarLength - full)} {(int)(share * 100)} %");
    }

    private static void AddFindings(BoundedText page, Severity severity, IReadOnlyCollection<Finding> findings, SourceLinks links)
    {
        if (findings.Count == 0)
        {
            return;
        }

        page.AddLine(string.Create(CultureInfo.InvariantCulture, $"### {Capital(WorkflowCommand.Level(severity))}s: {findings.Count}"));
        page.AddLine();
        page.AddLines([.. findings.Select(finding => Item(finding, links))], page.Size / 6, $"{WorkflowCommand.Level(severity)}s");
        page.AddLine();
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
