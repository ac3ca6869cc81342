using System.Text;
using SpecPush.Run;
using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reliability;

/// <summary>Files whose names, links, sizes or moments are meant to do harm.</summary>
[TestClass]
public sealed class InputTests
{
    private const long Huge = 100_000_000;

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Files_of_odd_names_are_read_as_any_other(bool isGit)
    {
        string[] names = ["a\nb.cs", "a\r\n::error::x.cs", "\"'`.cs", "::error file=x,line=1::y.cs", "a%0Ab.cs", "<script>alert(1)<", "back\\slash.cs", "..a/..b.cs", "\u202Eab.cs", "-rf.cs", " a ", "a]b)(c.cs", "\u001b[31m.cs", "|a|b|.cs", "$(x).cs", "ä\u0301.cs"];
        using var repository = new TestRepository();
        repository.Write("features/cart.feature.yaml", RunFixture.Spec);
        foreach (var name in names)
        {
            repository.Write($"src/{name}", "// cart.LINES.9\n");
        }

        repository.Commit();
        if (!isGit)
        {
            Directory.Delete(Path.Combine(repository.Path, ".git"), recursive: true);
        }

        var result = await CheckAsync(repository.Path, new RawSettings { Mode = "Check", Sarif = "o.sarif", HtmlReport = "o.html", Report = "o.json", Badge = "o.svg" });
        var found = result.Report.Findings.Where(static finding => finding.Code == "SPUSH2010").Select(static finding => finding.Location!.Path).Order(StringComparer.Ordinal);
        CollectionAssert.AreEqual(names.Select(static name => $"src/{name}").Order(StringComparer.Ordinal).ToArray(), found.ToArray());
        Assert.IsFalse(result.Lines.Concat(result.Report.Findings.Select(static finding => finding.Message)).Any(static line => line.Any(char.IsControl)));
        Assert.IsFalse((await File.ReadAllTextAsync(Path.Combine(repository.Path, "o.html"))).Contains("<script>alert", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task So_are_specs_and_what_is_wrong_with_them_is_one_line()
    {
        string[] names = ["a\nb", "\"'`", "::error::y", "<b>", "back\\slash", "\u202Eab", "-rf"];
        using var repository = new TestRepository();
        foreach (var (index, name) in names.Index())
        {
            repository.Write($"features/{name}.feature.yaml", $"feature:\n  name: f{index}\n  product: shop\n  a\u0007b\u202E::error::<script>: 1\ncomponents:\n  A:\n    1: It works\n    1: It works\n");
        }

        repository.Commit();
        var result = await CheckAsync(repository.Path, new RawSettings { Mode = "Check" });
        CollectionAssert.IsSubsetOf(names.Select(static name => $"features/{name}.feature.yaml").ToArray(), result.Report.Findings.Select(static finding => finding.Location?.Path).ToArray());
        Assert.IsFalse(result.Lines.Concat(result.Report.Findings.Select(static finding => finding.Message)).Any(static line => line.Any(Findings.OneLine.IsInvisible)));
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.5")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Links_lead_nowhere(bool isGit)
    {
        using var repository = new TestRepository();
        var outside = Path.Combine(repository.Scratch, "outside");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.cs"), "// cart.LINES.9\n");
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.feature.yaml"), RunFixture.Spec.Replace("cart", "secret", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(outside, ".env"), $"ACAI_API_TOKEN={ServerProcess.KnownToken}\n");
        repository.Write("features/cart.feature.yaml", RunFixture.Spec);
        repository.Write("src/Cart.cs", "// cart.LINES.1\n");
        foreach (var (link, target) in (ReadOnlySpan<(string, string)>)
            [("src/out", outside), ("features/out", outside), ("src/up", ".."), ("src/loop.cs", "loop.cs"), ("src/a.cs", "b.cs"), ("src/b.cs", "a.cs"), ("src/secret.cs", $"{outside}/secret.cs"), ("features/secret.feature.yaml", $"{outside}/secret.feature.yaml"), (".env", $"{outside}/.env")])
        {
            File.CreateSymbolicLink(Path.Combine(repository.Path, link), target);
        }

        repository.Commit();
        // Committed as a folder, and a link since.
        repository.Write("moved/secret.cs", "// cart.LINES.2\n");
        repository.Commit();
        Directory.Delete(Path.Combine(repository.Path, "moved"), recursive: true);
        File.CreateSymbolicLink(Path.Combine(repository.Path, "moved"), outside);
        if (!isGit)
        {
            Directory.Delete(Path.Combine(repository.Path, ".git"), recursive: true);
        }

        var result = await CheckAsync(repository.Path, new RawSettings { Mode = "Check" });
        CollectionAssert.AreEqual(new[] { "cart" }, result.Report.Coverage.Select(static feature => feature.Feature).ToArray());
        Assert.IsFalse(result.Report.Findings.Any(static finding => finding.Code == "SPUSH2010"), string.Join('\n', result.Report.Findings));
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.1")]
    public async Task A_huge_spec_is_refused_without_being_read()
    {
        using var repository = new TestRepository();
        repository.Write("features/cart.feature.yaml", RunFixture.Spec);
        repository.Commit();
        foreach (var name in (string[])["features/huge.feature.yaml", "lib/stray.feature.yaml"])
        {
            repository.Write(name, "feature:\n");
            using var file = new FileStream(Path.Combine(repository.Path, name), FileMode.Open);
            file.SetLength(Huge);
        }

        var result = await CheckAsync(repository.Path, new RawSettings { Mode = "Check" });
        var refused = result.Report.Findings.Single(static finding => finding.Code == "SPUSH1003");
        Assert.AreEqual("features/huge.feature.yaml", refused.Location!.Path);
        StringAssert.Contains(refused.Message, "100,000,000");
        Assert.AreEqual("cart", result.Report.Coverage.Single().Feature);
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.3")]
    public async Task Files_that_change_and_vanish_meanwhile_do_no_harm()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Mode = "Push" };
        using var end = new CancellationTokenSource();
        var changing = Task.Run(() => ChangeUntil(fixture.Repository, end.Token));
        for (var run = 0; run < 15; run++)
        {
            var result = await fixture.RunAsync();
            Assert.IsFalse(result.Report.Findings.Any(static finding => finding.Code == "SPUSH5099"), string.Join('\n', result.Report.Findings));
        }

        await end.CancelAsync();
        await changing;
        fixture.Repository.Write("features/cart.feature.yaml", RunFixture.Spec);
        fixture.Repository.Write("src/Cart.cs", "// cart.LINES.2 in the end\n");
        Assert.IsTrue((await fixture.RunAsync()).Report.Pushed);
        StringAssert.Contains(Encoding.UTF8.GetString(fixture.Server.Requests.Last().Body), "src/Cart.cs:1");
    }

    private static void ChangeUntil(TestRepository repository, CancellationToken cancellationToken)
    {
        var random = new Random(3);
        string[] files = ["features/cart.feature.yaml", "features/other.feature.yaml", "src/Cart.cs", "src/a/b.cs", "src/c.cs"];
        while (!cancellationToken.IsCancellationRequested)
        {
            var file = Path.Combine(repository.Path, files[random.Next(files.Length)]);
            try
            {
                switch (random.Next(4))
                {
                    case 0:
                        File.Delete(file);
                        break;
                    case 1 when Directory.Exists(Path.Combine(repository.Path, "src/a")):
                        Directory.Delete(Path.Combine(repository.Path, "src/a"), recursive: true);
                        break;
                    case 2:
                        using (var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                        {
                            stream.SetLength(random.Next(2) * random.Next(300_000));
                        }

                        break;
                    default:
                        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                        File.WriteAllText(file, file.EndsWith(".yaml", StringComparison.Ordinal) ? RunFixture.Spec : $"// cart.LINES.{random.Next(3)}\n");
                        break;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Its folder is gone, or the run has it.
            }
        }
    }

    private static async Task<RunResult> CheckAsync(string folder, RawSettings settings)
    {
        var result = await SpecPushRun.ExecuteAsync(
            new RunRequest { Directory = folder, Settings = settings, Spelling = SettingSpelling.MSBuildProperty, Environment = EnvironmentVariables.Empty }, CancellationToken.None);
        Assert.IsFalse(result.Report.Findings.Any(static finding => finding.Code == "SPUSH5099"), string.Join('\n', result.Report.Findings));
        return result;
    }
}
