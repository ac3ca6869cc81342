using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Coverage;

/// <summary>Checks the coverage against what the team requires.</summary>
internal sealed class CoverageGate(CoverageGoals goals, string root)
{
    public ImmutableArray<Finding> Check(ImmutableArray<FeatureCoverage> coverage)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var total = CoverageTotal.From(coverage);
        if (goals.MinimumTested is { } minimum && total.PercentTested < minimum)
        {
            findings.Add(CoverageFindings.BelowMinimum(total, minimum));
        }

        if (goals.Baseline is { } baseline)
        {
            var untested = coverage.SelectMany(static feature => feature.ByRequirement).Where(static requirement => !requirement.Deprecated && requirement.Tests.IsEmpty).ToArray();
            findings.AddRange(goals.UpdateBaseline ? WriteBaseline(baseline, untested) : CompareWithBaseline(baseline, untested));
        }

        return findings.ToImmutable();
    }

    private IEnumerable<Finding> CompareWithBaseline(string baseline, RequirementCoverage[] untested)
    {
        HashSet<string> allowed;
        try
        {
            allowed = RegularFile.ReadAllLines(Path.GetFullPath(baseline, root)).Select(static line => line.Trim())
                .Where(static line => line.Length > 0 && !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            return [CoverageFindings.NoBaseline(baseline, exception.Message)];
        }

        var unneeded = allowed.Except(untested.Select(static requirement => requirement.Acid), StringComparer.Ordinal).Count();
        return
        [
            .. untested.Where(requirement => !allowed.Contains(requirement.Acid)).Select(requirement => CoverageFindings.NewUntested(requirement, baseline)),
            .. unneeded == 0 ? (Finding[])[] : [CoverageFindings.NoLongerNeeded(unneeded, baseline)],
        ];
    }

    private IEnumerable<Finding> WriteBaseline(string baseline, RequirementCoverage[] untested)
    {
        var lines = untested.Select(static requirement => requirement.Acid).Order(StringComparer.Ordinal).Prepend($"# {OutputMarker.Text}; these requirements need no test");
        try
        {
            AtomicFile.Write(OutputPath.Resolve(baseline, root), Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => line + "\n"))));
            return [];
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            return [CoverageFindings.BaselineNotWritten(baseline, exception.Message)];
        }
    }

    private static bool IsFileError(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}

/// <summary>The findings about coverage.</summary>
internal static class CoverageFindings
{
    public static Finding BelowMinimum(CoverageTotal total, int minimum) => new("SPUSH2020", Severity.Error, string.Create(
        CultureInfo.InvariantCulture,
        $"Tests refer to {total.Tested} of {total.Requirements} requirements, {total.PercentTested} %, and at least {minimum} % are required; write tests for those that have none."));

    public static Finding NewUntested(RequirementCoverage requirement, string baseline) => new("SPUSH2021", Severity.Error,
        $"No test refers to {requirement.Acid}, and {baseline} does not allow that; write a test that mentions it.", new SourceLocation(requirement.Path, requirement.Line));

    public static Finding NoBaseline(string baseline, string reason) => new("SPUSH2022", Severity.Error,
        $"The baseline {baseline} cannot be read ({reason}); write one ID per line into it, or let a build do that with SpecPushUpdateBaseline=true, and commit it.");

    public static Finding BaselineNotWritten(string baseline, string reason) => new("SPUSH2023", Severity.Error,
        $"The baseline could not be written to {baseline}: {reason}");

    public static Finding NoLongerNeeded(int count, string baseline) => new("SPUSH2024", Severity.Message,
        $"{OneLine.Count(count, "requirement")} of {baseline} {(count == 1 ? "has a test or no longer exists" : "have tests or no longer exist")}; remove {(count == 1 ? "it" : "them")} from the list.");
}
