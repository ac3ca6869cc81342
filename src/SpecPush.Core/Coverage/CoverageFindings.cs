using System.Globalization;
using SpecPush.Findings;

namespace SpecPush.Coverage;

/// <summary>What can be said about how well requirements are tested.</summary>
internal static class CoverageFindings
{
    public static Finding BelowMinimum(CoverageTotal total, int minimum) => new("SPUSH2020", Severity.Error, string.Create(
        CultureInfo.InvariantCulture,
        $"Tests refer to {total.Tested} of {total.Requirements} requirements, {total.PercentTested} %, and at least {minimum} % are asked for; write tests for those that have none."));

    public static Finding NewUntested(RequirementCoverage requirement, string baseline) => new("SPUSH2021", Severity.Error,
        $"No test refers to {requirement.Acid}, and {baseline} does not allow that; write a test that mentions it.", new SourceLocation(requirement.Path, requirement.Line));

    public static Finding NoBaseline(string baseline, string reason) => new("SPUSH2022", Severity.Error,
        $"The baseline {baseline} cannot be read ({reason}); write one ID a line into it, or let a build do that with SpecPushUpdateBaseline=true, and commit it.");

    public static Finding BaselineNotWritten(string baseline, string reason) => new("SPUSH2023", Severity.Error,
        $"The baseline could not be written to {baseline}: {reason}");

    public static Finding NoLongerNeeded(int count, string baseline) => new("SPUSH2024", Severity.Message,
        $"{OneLine.Count(count, "requirement")} of {baseline} {(count == 1 ? "has a test or is" : "have tests or are")} gone; take {(count == 1 ? "it" : "them")} off the list.");
}
