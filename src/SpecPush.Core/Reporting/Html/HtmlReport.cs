using System.Security.Cryptography;
using System.Text;
using SpecPush.Comparison;
using SpecPush.Coverage;
using SpecPush.Files;

namespace SpecPush.Reporting.Html;

/// <summary>The coverage as a self-contained page, which needs no network and has a script only for searching.</summary>
internal static class HtmlReport
{
    private static readonly string Style = Read("report.css");
    private static readonly string Script = Read("report.js");

    // The browser runs only this script, whatever a spec tries to inject.
    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Hash(Style)}'; script-src 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>UTF-8 bytes.</summary>
    public static byte[] Serialize(Report report) => Encoding.UTF8.GetBytes(Page(report).Text);

    private static Markup Page(Report report) => Markup.From($"""
        <!DOCTYPE html>
        <!-- {OutputMarker.Text} -->
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Requirements of {report.Context.RepoUri ?? "this repository"}</title>
        <style>{new Markup(Style)}</style>
        </head>
        <body>
        <header>
        <h1>Requirements</h1>
        <p>{Source(report)}</p>
        <p class="total"><b>{CoverageTotal.From(report.Coverage).PercentTested} %</b> tested: {CoverageTotal.From(report.Coverage).Tested} of {CoverageTotal.From(report.Coverage).Requirements}</p>
        </header>
        <form>
        <label><input type="radio" name="show" id="all" checked> all</label>
        <label><input type="radio" name="show" id="untested"> without test</label>
        <label><input type="radio" name="show" id="bare"> without any reference</label>
        <label><input type="radio" name="show" id="deprecated"> deprecated</label>
        {(report.Comparison is { } comparison ? Markup.From($"<label><input type=\"radio\" name=\"show\" id=\"changed\"> changed since {comparison.With}</label>\n") : Markup.Empty)}        <input type="search" id="search" placeholder="Search" aria-label="Search" hidden>
        </form>
        <main>
        {Markup.Join(Products(report))}{Removed(report)}
        </main>
        <script>{new Markup(Script)}</script>
        </body>
        </html>

        """);

    private static Markup Source(Report report) => report.Context switch
    {
        { RepoUri: { } repository, Branch: { } branch, Commit: { } commit } => Markup.From($"{repository}, branch <b>{branch}</b>, commit <code>{commit[..Math.Min(12, commit.Length)]}</code>"),
        _ => Markup.From($"{report.Context.RepoUri}"),
    };

    private static IEnumerable<Markup> Products(Report report)
    {
        if (report.Coverage.IsEmpty)
        {
            return [Markup.From($"<p>There are no requirements.</p>")];
        }

        var changes = (report.Comparison?.Requirements ?? []).ToLookup(static change => (change.Product, change.Acid));
        var features = new FeatureSection(report.Context, changes);
        return report.Coverage.GroupBy(static feature => feature.Product, StringComparer.Ordinal).OrderBy(static product => product.Key, StringComparer.Ordinal)
            .Select(product => Markup.From($"<section><h2>{product.Key}</h2>\n{Markup.Join(product.Select(features.Render))}</section>\n"));
    }

    private static Markup Removed(Report report) =>
        report.Comparison?.Requirements.Where(static change => change.Has(ChangeKind.Removed)).ToArray() is { Length: > 0 } removed
            ? Markup.From($"<section class=\"gone\">\n{FeatureSection.RenderRemoved(removed, report.Context with { Commit = report.Comparison!.Base })}</section>\n")
            : Markup.Empty;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
