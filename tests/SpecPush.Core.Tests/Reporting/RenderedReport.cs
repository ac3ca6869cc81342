using System.Collections.Immutable;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Coverage;
using SpecPush.Reporting;
using SpecPush.Reporting.Html;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Reporting;

/// <summary>Pages of small reports.</summary>
internal static class RenderedReport
{
    public static RequirementComparison Changes => new()
    {
        Base = Given.Commit,
        With = "main",
        Requirements = [Changed("cart.A.1", ChangeKind.Reworded, "It works"), Changed("cart.A.9", ChangeKind.Removed)],
    };

    public static string Render(params ReadOnlySpan<FeatureCoverage> coverage) => Render([.. coverage], null);

    public static string Render(RequirementComparison comparison) =>
        Render([Feature("cart", Requirement("cart.A.1", "It runs"), Requirement("cart.A.2", "It fails"))], comparison);

    public static RequirementChange Changed(string acid, ChangeKind kind, string? oldText = null) =>
        new() { Product = "shop", Acid = acid, Changes = [kind], Text = "It runs", OldText = oldText, Path = "features/f.yaml", Line = 9 };

    public static FeatureCoverage Feature(string name, params RequirementCoverage[] requirements)
    {
        var current = requirements.Where(static requirement => !requirement.Deprecated).ToArray();
        return new FeatureCoverage(
            "shop", name, current.Length, requirements.Length - current.Length,
            current.Count(static requirement => !requirement.Tests.IsEmpty || !requirement.References.IsEmpty), current.Count(static requirement => !requirement.Tests.IsEmpty), [])
        {
            ByRequirement = [.. requirements],
        };
    }

    public static RequirementCoverage Requirement(string acid, string text, string[]? tests = null, string[]? references = null) =>
        new(acid, text, false, "features/f.yaml", 9, [.. references ?? []], [.. tests ?? []]);

    private static string Render(ImmutableArray<FeatureCoverage> coverage, RequirementComparison? comparison) => Encoding.UTF8.GetString(HtmlReport.Serialize(new Report
    {
        Context = new PushContext { Provider = "git", RepoUri = "github.com/o/r", Branch = "main", Commit = "abc" },
        Coverage = coverage,
        Comparison = comparison,
    }));
}
