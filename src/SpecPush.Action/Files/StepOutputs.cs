using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SpecPush.Findings;
using SpecPush.Reporting;

namespace SpecPush.Actions.Files;

/// <summary>The step's outputs, for later steps.</summary>
internal static class StepOutputs
{
    /// <param name="report">The report.</param>
    /// <param name="reportPath">See <see cref="ReportPlace.Output"/>; null for no report.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Create(Report report, string? reportPath) =>
    [
        new("pushed", report.Pushed ? "true" : "false"),
        new("specs-created", Number(report.Results.Sum(static result => result.SpecsCreated))),
        new("specs-updated", Number(report.Results.Sum(static result => result.SpecsUpdated))),
        new("references", Number(report.Results.Sum(static result => result.References))),
        new("warnings", Number(report.Findings.Count(static finding => finding.Severity == Severity.Warning))),
        new("errors", Number(report.Findings.Count(static finding => finding.Severity == Severity.Error))),
        new("product-names", Lines(report.Results.Select(static result => result.Product))),
        new("implementation-names", Lines(report.Results.Select(static result => result.Implementation))),
        new("branch-id", Lines(report.Results.Select(static result => result.BranchId))),
        new("report", reportPath ?? ""),
    ];

    /// <summary>Uses the runner's format, with a random delimiter, so that no value can contain it on purpose.</summary>
    public static string Format(ImmutableArray<KeyValuePair<string, string>> outputs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in outputs)
        {
            var delimiter = $"ghadelimiter_{Guid.NewGuid():N}";
            text.Append(CultureInfo.InvariantCulture, $"{name}<<{delimiter}\n{value}\n{delimiter}\n");
        }

        return text.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<string?> names) =>
        string.Join('\n', names.OfType<string>().Select(static name => OneLine.From(name)).Distinct(StringComparer.Ordinal));
}
