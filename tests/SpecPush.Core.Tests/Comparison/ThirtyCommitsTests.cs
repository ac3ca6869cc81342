using System.Globalization;
using SpecPush.Comparison;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Tests.Comparison;

/// <summary>Compares any two commits of a history with SpecPush, and in a slow way: with a work tree for each commit, scanned independently.</summary>
[TestClass]
public sealed class ThirtyCommitsTests : IDisposable
{
    private const int Commits = 30;

    private readonly TestRepository _repository = new("history ü");

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("comparison.READING.1")]
    [TestCategory("comparison.REQUIREMENTS.1")]
    [TestCategory("comparison.REQUIREMENTS.2")]
    [TestCategory("comparison.REQUIREMENTS.3")]
    [TestCategory("comparison.REQUIREMENTS.4")]
    [TestCategory("comparison.REQUIREMENTS.5")]
    [TestCategory("comparison.REQUIREMENTS.6")]
    [TestCategory("comparison.TESTS.1")]
    [TestCategory("comparison.TESTS.2")]
    public async Task Any_two_commits_differ_as_two_checkouts_do()
    {
        var hashes = new ScriptedHistory(_repository, seed: 20261124).Write(Commits);
        var trees = hashes.Select(AddWorkTree).ToArray();
        var reports = new List<Report>();
        foreach (var tree in trees)
        {
            reports.Add(await ScanAsync(tree));
        }

        var seen = new HashSet<string>();
        for (var head = 0; head < Commits; head++)
        {
            var results = await new ComparedRepository(trees[head]).CompareAllAsync(hashes);
            for (var old = 0; old < Commits; old++)
            {
                string[] expected = [.. SlowComparison.Compare(reports[old], reports[head]).Order(StringComparer.Ordinal)];
                string[] actual = [.. results[old].Comparison!.Requirements.Select(Describe).Order(StringComparer.Ordinal)];
                CollectionAssert.AreEqual(expected, actual, $"{old} → {head}\n- {string.Join("\n- ", expected)}\n+ {string.Join("\n+ ", actual)}");
                seen.UnionWith(results[old].Comparison!.Requirements.SelectMany(static change => change.Changes).Select(static kind => kind.ToString()));
            }
        }

        // The history must contain every kind of change, except those that need assemblies, which have other tests.
        CollectionAssert.AreEquivalent(Enum.GetNames<ChangeKind>().Except([nameof(ChangeKind.TestsUnknown)]).ToArray(), seen.ToArray());
        Assert.IsTrue(reports.Any(static report => report.Findings.Any(static finding => finding.Severity == Severity.Error)), "no spec was ever invalid");
    }

    private string AddWorkTree(string hash)
    {
        var folder = Path.Combine(_repository.Scratch, "trees", hash[..10]);
        _repository.Git("worktree", "add", "-q", "--detach", folder, hash);
        return folder;
    }

    private static async Task<Report> ScanAsync(string folder) => (await SpecPushRun.ExecuteAsync(
        new RunRequest
        {
            Directory = folder,
            Settings = new RawSettings { Mode = "Check" },
            Spelling = SettingSpelling.MSBuildProperty,
            Environment = EnvironmentVariables.Empty,
            WritesState = false,
        },
        default)).Report;

    private static string Describe(RequirementChange change) => string.Join(" | ",
        change.Product,
        change.Acid,
        string.Join(',', change.Changes.Select(static kind => kind.ToString()).Order(StringComparer.Ordinal)),
        string.Create(CultureInfo.InvariantCulture, $"{change.Path}:{change.Line}"),
        change.OldAcid,
        change.OldText,
        change.OldPath,
        string.Join(',', change.Tests.Order(StringComparer.Ordinal)),
        string.Join(',', change.LostTests.Order(StringComparer.Ordinal)));
}
