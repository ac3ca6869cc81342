using System.Text.RegularExpressions;
using SpecPush.Findings;
using SpecPush.Planning;

namespace SpecPush.Tests.Messages;

/// <summary>Keeps the messages of all findings in one file, which is reviewed as a whole whenever it changes.</summary>
[TestClass]
public sealed partial class MessagesTests
{
    private static readonly Lazy<string[]> Messages = new(static () =>
        [.. FindingFactories.All().SelectMany(FindingFactories.Make).Select(Write).Concat(FindingFactories.Reasons().Select(Write)).Concat(MessagesOfTargets()).Distinct().Order(StringComparer.Ordinal)]);

    [TestMethod]
    [TestCategory("report.FINDINGS.3")]
    public void Every_finding_says_what_the_file_of_messages_says() =>
        Expected.AreEqual("tests/SpecPush.Core.Tests/Expected/messages.txt", string.Concat(Messages.Value.Select(static message => message + "\n")));

    [TestMethod]
    [TestCategory("report.FINDINGS.3")]
    public void Every_code_that_the_documentation_explains_has_a_message()
    {
        var explained = Heading.Matches(SourceTree.Read("docs/findings.md")).Select(static match => match.Groups["code"].Value).Order(StringComparer.Ordinal);
        CollectionAssert.AreEqual(explained.ToArray(), Messages.Value.Select(static message => message.Split(' ')[0]).Distinct().ToArray());
    }

    [TestMethod]
    [TestCategory("push-planning.FINDINGS.1")]
    public void The_findings_of_a_plan_do_not_claim_that_anything_was_sent()
    {
        var messages = FindingFactories.All().Where(static method => method.DeclaringType == typeof(PlanFindings)).SelectMany(FindingFactories.Make).Select(static finding => finding.Message);
        Assert.AreEqual("", string.Join('\n', messages.Where(static message => Claim.IsMatch(message))));
    }

    private static string Write(Finding finding) => $"{finding.Code} {finding.Severity.ToString().ToLowerInvariant()}: {finding.Message}";

    private static string Write(NotPushedReason reason) => $"{reason.Code} reason: {reason.Sentence}";

    private static IEnumerable<string> MessagesOfTargets() => Directory.EnumerateFiles(SourceTree.PathOf("src/SpecPush.MSBuild/build"), "*.targets")
        .SelectMany(static file => InTargets.Matches(File.ReadAllText(file)))
        .Select(static match => $"{match.Groups["code"].Value} {match.Groups["severity"].Value.ToLowerInvariant()}: {match.Groups["text"].Value}");

    [GeneratedRegex("<(?<severity>Warning|Error) Code=\"(?<code>SPUSH[0-9]{4})\"[^>]* Text=\"(?<text>[^\"]*)\"")]
    private static partial Regex InTargets { get; }

    [GeneratedRegex(@"\b(was|were) (not )?(added|applied|merged|pushed|removed|replaced|sent)\b")]
    private static partial Regex Claim { get; }

    [GeneratedRegex("^### (?<code>SPUSH[0-9]{4}): ", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }
}
