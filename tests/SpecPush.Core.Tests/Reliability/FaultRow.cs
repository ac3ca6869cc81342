using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpecPush.Tests.Reliability;

/// <summary>A row of the table in docs/reliability.md.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="Read">What the user reads; empty if the run was cancelled.</param>
/// <param name="Requests">How often the run connected to the server.</param>
/// <param name="Held">How much the server then had.</param>
/// <param name="SentByNext">How many requests the next run sent.</param>
internal sealed partial record FaultRow(Fault Fault, string Read, int Requests, string Held, int SentByNext)
{
    private const string Begin = "<!-- faults: written by FaultTests -->\n";
    private const string End = "<!-- end of faults -->";

    /// <summary>The document with these rows as its table.</summary>
    public static string Replace(string document, IEnumerable<FaultRow> rows)
    {
        var table = new StringBuilder("| what happens | what the user reads | connections | the server then has | the next run |\n|---|---|---|---|---|\n");
        foreach (var group in rows.GroupBy(static row => (row.Fault.Status is null ? row.Fault.Name : StatusNumber.Replace(row.Fault.Name, ""), row.Read, row.Requests, row.Held, row.SentByNext)))
        {
            var name = group.First().Fault.Status is null ? group.First().Fault.Name : StatusNumber.Replace(group.First().Fault.Name, string.Join(", ", group.Select(static row => row.Fault.Status)));
            var next = group.Key.SentByNext switch { 0 => "sends nothing", 1 => "sends 1 request", var count => $"sends {count} requests" };
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {(group.Key.Read.Length == 0 ? "*nothing: the run was cancelled*" : group.Key.Read)} | {group.Key.Requests} | {group.Key.Held} | {next} |\n");
        }

        var (before, after) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        return $"{document[..before]}{table}{document[after..]}";
    }

    /// <summary>The text for a table, without parts that differ from run to run.</summary>
    public static string Mask(string text, Scene scene, Fault fault, string name)
    {
        text = text.Replace(scene.Elsewhere.UrlFor("http").GetLeftPart(UriPartial.Authority), "http://elsewhere", StringComparison.Ordinal)
            .Replace(scene.Proxy.UrlFor("http").GetLeftPart(UriPartial.Authority), "http://server", StringComparison.Ordinal)
            .Replace(scene.Proxy.UrlFor("https").GetLeftPart(UriPartial.Authority), "https://server", StringComparison.Ordinal)
            .Replace(name, "main", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("SpecPush: ", "", StringComparison.Ordinal);
        text = OfSystem.Replace(text, "(…)");
        return fault.Status is { } status ? Regex.Replace(text, $"\\b{status}\\b", "…") : text;
    }

    // Each system describes certificate errors differently.
    [GeneratedRegex(@"(?<=no secure connection could be made )\([^)]*\)")]
    private static partial Regex OfSystem { get; }

    [GeneratedRegex("(?<=status )[0-9]+")]
    private static partial Regex StatusNumber { get; }
}
