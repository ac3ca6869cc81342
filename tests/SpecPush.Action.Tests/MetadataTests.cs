using System.Text.RegularExpressions;
using SpecPush.Actions.Files;
using SpecPush.Checkout;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Actions.Tests;

/// <summary>The program does what action.yml says.</summary>
[TestClass]
public sealed partial class MetadataTests
{
    private static readonly string ActionFile = SourceTree.Read("action.yml");
    private static readonly string Page = SourceTree.Read("docs/action.md");

    [TestMethod]
    [TestCategory("action.INPUTS.1")]
    public void The_inputs_are_the_settings_and_those_of_the_action()
    {
        // The baseline is committed, so a build on a developer's machine writes it.
        var settings = typeof(RawSettings).GetProperties().Where(static property => property.Name != nameof(RawSettings.UpdateBaseline)).Select(static property => WordStart.Replace(property.Name, "-$0").ToLowerInvariant());
        string[] expected = [.. settings, "api-token", "github-token", "check-run", "matrix-job", "comment", "severity", "fail-on"];
        CollectionAssert.AreEquivalent(expected, NamesIn("inputs"));
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.1")]
    public void The_outputs_are_those_that_are_written()
    {
        var written = StepOutputs.Create(new Report { Context = new PushContext { Provider = "none" } }, "report.json").Select(static output => output.Key).ToArray();
        CollectionAssert.AreEqual(written, NamesIn("outputs"));
        foreach (var name in written)
        {
            StringAssert.Contains(Page, $"`{name}`");
        }
    }

    private static string[] NamesIn(string section)
    {
        var start = ActionFile.IndexOf($"\n{section}:\n", StringComparison.Ordinal);
        var lines = ActionFile[start..].Split('\n').Skip(2).TakeWhile(static line => line.StartsWith("  ", StringComparison.Ordinal));
        return [.. lines.Where(static line => line[2] != ' ').Select(static line => line.Trim().TrimEnd(':'))];
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart { get; }
}
