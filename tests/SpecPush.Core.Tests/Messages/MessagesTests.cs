using System.Text.RegularExpressions;
using SpecPush.Findings;

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

    private static string Write(Finding finding) => $"{finding.Code} {finding.Severity.ToString().ToLowerInvariant()}: {finding.Message}";

    private static string Write(NotPushedReason reason) => $"{reason.Code} reason: {reason.Sentence}";

    private static IEnumerable<string> MessagesOfTargets() => Directory.EnumerateFiles(SourceTree.PathOf("src/SpecPush.MSBuild/build"), "*.targets")
        .SelectMany(static file => InTargets.Matches(File.ReadAllText(file)))
        .Select(static match => $"{match.Groups["code"].Value} {match.Groups["severity"].Value.ToLowerInvariant()}: {match.Groups["text"].Value}");

    [GeneratedRegex("<(?<severity>Warning|Error) Code=\"(?<code>SPUSH[0-9]{4})\"[^>]* Text=\"(?<text>[^\"]*)\"")]
    private static partial Regex InTargets { get; }

    [GeneratedRegex("^### (?<code>SPUSH[0-9]{4}): ", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }
}
