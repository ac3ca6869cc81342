using System.Text;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class PushMemoryTests
{
    [TestMethod]
    [TestCategory("push-memory.TWICE.1")]
    [TestCategory("push-memory.TWICE.6")]
    public async Task A_second_run_without_changes_sends_nothing()
    {
        await using var fixture = await RunFixture.StartAsync();
        var first = await fixture.RunAndSendAsync(1);
        Assert.AreEqual("SpecPush: shop → main: 1 spec created, 0 updated, 1 reference", first.Lines.Single());
        var second = await fixture.RunAndSendAsync(0);
        Assert.AreEqual("SpecPush: nothing has changed since main was pushed", second.Lines.Single());
        Assert.IsTrue(second.Report.Pushed);
        CollectionAssert.AreEqual(first.Report.Findings.ToArray(), second.Report.Findings.ToArray());
    }

    [TestMethod]
    [TestCategory("push-memory.TWICE.2")]
    public async Task Every_change_is_sent_once()
    {
        await using var fixture = await RunFixture.StartAsync();
        var repository = fixture.Repository;
        await fixture.RunAndSendAsync(1);

        repository.Write("features/cart.feature.yaml", RunFixture.Spec.Replace("Adds", "Puts in", StringComparison.Ordinal));
        repository.Commit();
        await SendsOnceAsync(fixture);

        repository.Write("src/Cart.cs", "// cart.LINES.1\n// cart.LINES.2\n");
        repository.Commit();
        await SendsOnceAsync(fixture);

        repository.Commit("Nothing at all");
        await SendsOnceAsync(fixture);

        repository.Git("checkout", "-q", "-b", "other");
        await SendsOnceAsync(fixture);

        fixture.Settings = new RawSettings { ApiUrl = fixture.Server.ApiUrl + "again/" };
        await SendsOnceAsync(fixture);

        fixture.Environment["ACAI_API_TOKEN"] = "another-token";
        await SendsOnceAsync(fixture);

        fixture.Settings = fixture.Settings with { TargetImplName = "production" };
        await SendsOnceAsync(fixture);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.4")]
    public async Task A_removed_reference_is_replaced_and_the_last_one_of_a_feature_is_emptied()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("src/Cart.cs", "// cart.LINES.1\n// cart.LINES.2\n");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);

        fixture.Repository.Write("src/Cart.cs", "// cart.LINES.2\n");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);
        Assert.AreEqual("""{"override":true,"data":{"cart.LINES.2":[{"path":"src/Cart.cs:1","is_test":false}]}}""", References(fixture));

        fixture.Repository.Delete("src/Cart.cs");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);
        Assert.AreEqual("""{"override":true,"data":{"cart.LINES.2":[]}}""", References(fixture));
        await fixture.RunAndSendAsync(0);
    }

    [TestMethod]
    [TestCategory("push-memory.TWICE.4")]
    [TestCategory("push-memory.TWICE.5")]
    public async Task A_day_later_and_by_force_everything_is_sent_again()
    {
        await using var fixture = await RunFixture.StartAsync();
        await fixture.RunAndSendAsync(1);
        fixture.Time.Ahead = TimeSpan.FromHours(23);
        await fixture.RunAndSendAsync(0);
        fixture.Time.Ahead = TimeSpan.FromHours(25);
        await fixture.RunAndSendAsync(1);
        await fixture.RunAndSendAsync(0);
        fixture.Settings = new RawSettings { Force = "true" };
        await fixture.RunAndSendAsync(1);
        await fixture.RunAndSendAsync(1);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.10")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task A_manifest_that_is_deleted_while_it_is_read_counts_as_missing()
    {
        await using var fixture = await RunFixture.StartAsync();
        var manifests = Directory.CreateDirectory(Path.Combine(fixture.Repository.StatePath, "manifests"));
        // Listed, but missing when it is opened.
        File.CreateSymbolicLink(Path.Combine(manifests.FullName, "a.manifest.json"), "gone");
        var result = await fixture.RunAndSendAsync(1);
        Assert.IsTrue(result.Report.Pushed);
        Assert.IsFalse(result.Findings.Any(static finding => finding.Code is "SPUSH5099" or "SPUSH2107"));
    }

    [TestMethod]
    [TestCategory("push-memory.LOCK.2")]
    public async Task A_build_that_waits_too_long_for_another_one_says_so_and_does_not_push()
    {
        await using var fixture = await RunFixture.StartAsync();
        await fixture.RunAndSendAsync(1);
        var state = StateDirectory.For(fixture.Repository.Path);
        using var held = await PushLock.AcquireAsync(state.LockPath, TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
        fixture.Time.Pace = TimeSpan.FromMinutes(1);
        await IsBusyAsync(new RawSettings { Force = "true" }, Severity.Warning);
        await IsBusyAsync(new RawSettings { Mode = "Push", Force = "true" }, Severity.Error);

        async Task IsBusyAsync(RawSettings settings, Severity severity)
        {
            fixture.Settings = settings;
            var finding = (await fixture.RunAndSendAsync(0)).Findings.Single();
            Assert.AreEqual(("SPUSH3051", severity), (finding.Code, finding.Severity));
            StringAssert.Contains(finding.Message, "120 seconds");
        }
    }

    [TestMethod]
    [TestCategory("push-memory.TWICE.3")]
    public async Task Only_the_product_that_changed_is_sent()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("features/stock.feature.yaml", "feature:\n  name: stock\n  product: depot\n");
        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { Mode = "Push" };
        await fixture.RunAndSendAsync(2);
        fixture.Repository.Write("features/stock.feature.yaml", "feature:\n  name: stock\n  product: depot\n  version: 2.0.0\n");
        await fixture.RunAndSendAsync(1);
        StringAssert.Contains(Encoding.UTF8.GetString(fixture.Server.Requests.Last().Body), "depot");
    }

    [TestMethod]
    [TestCategory("push-memory.FAILURE.1")]
    [TestCategory("push-memory.FAILURE.3")]
    public async Task After_an_outage_a_local_run_waits_a_minute_and_then_sends()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Error(500, "Internal Server Error"), Answer.Success());
        fixture.Settings = new RawSettings { Timeout = "0.2" };
        Assert.AreEqual("SPUSH4053", (await fixture.RunAndSendAsync(1)).Findings.First().Code);
        fixture.Settings = new RawSettings();
        Assert.AreEqual("SpecPush: not pushed: the last push failed less than a minute ago (SPUSH3131)", (await fixture.RunAndSendAsync(0)).Lines.Single());
        fixture.Time.Ahead = TimeSpan.FromSeconds(61);
        Assert.IsTrue((await fixture.RunAndSendAsync(1)).Report.Pushed);
    }

    [TestMethod]
    [TestCategory("push-memory.FAILURE.1")]
    public async Task The_next_run_sends_what_was_refused()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Error(422, "Target implementation 'nope' not found"), Answer.Success());
        fixture.Build = "one";
        Assert.IsFalse((await fixture.RunAndSendAsync(1)).Report.Pushed);
        Assert.IsFalse((await fixture.RunAndSendAsync(0)).Report.Pushed);
        fixture.Build = "two";
        Assert.IsTrue((await fixture.RunAndSendAsync(1)).Report.Pushed);
    }

    [TestMethod]
    [TestCategory("push-memory.FAILURE.2")]
    [TestCategory("build.RUN.2")]
    public async Task The_projects_of_one_build_try_once_and_show_everything_once()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("features/broken.feature.yaml", "feature:\n  name: a b\n  product: shop\n");
        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { ApiUrl = "http://127.0.0.1:9/" };
        fixture.Build = "one";
        Assert.IsNotEmpty((await fixture.RunAsync()).Findings);
        var second = await fixture.RunAsync();
        Assert.IsEmpty(second.Findings);
        Assert.IsEmpty(second.Lines);
        fixture.Repository.Write("src/Other.cs", "// nothing, but another key");
        Assert.IsEmpty((await fixture.RunAsync()).Findings);

        fixture.Build = "two";
        fixture.Time.Ahead = TimeSpan.FromMinutes(2);
        CollectionAssert.Contains((await fixture.RunAsync()).Findings.Select(static finding => finding.Code).ToArray(), "SPUSH1006");
    }

    [TestMethod]
    [TestCategory("push-memory.FAILURE.4")]
    public async Task A_refusal_is_not_repeated_and_does_not_prevent_later_projects_of_the_build_from_pushing()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Error(422, "Target implementation 'nope' not found"));
        fixture.Build = "one";
        Assert.IsFalse((await fixture.RunAndSendAsync(1)).Report.Pushed);
        Assert.IsFalse((await fixture.RunAndSendAsync(0)).Report.Pushed);
        fixture.Repository.Write("src/More.cs", "// cart.LINES.2\n");
        fixture.Repository.Git("add", "-A");
        fixture.Repository.Git("commit", "-q", "--amend", "--no-edit");
        await fixture.RunAndSendAsync(1);
        StringAssert.Contains(References(fixture), "cart.LINES.2");
    }

    [TestMethod]
    [TestCategory("push-memory.LOCK.3")]
    public async Task A_run_that_waits_too_long_for_the_lock_still_writes_its_manifest()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Project = new CompiledProject
        {
            ProjectPath = Path.Combine(fixture.Repository.Path, "tests/Some.Tests.csproj"),
            AssemblyPath = typeof(PushMemoryTests).Assembly.Location,
            TargetFramework = "net10.0",
            Configuration = "Debug",
            IsTestProject = true,
        };
        Directory.CreateDirectory(fixture.Repository.StatePath);
        using var holder = new FileStream(Path.Combine(fixture.Repository.StatePath, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        fixture.Time.Pace = TimeSpan.FromMinutes(1);
        var result = await fixture.RunAndSendAsync(0);
        Assert.AreEqual("SPUSH3051", result.Findings.Single(static finding => finding.Severity == Severity.Warning).Code);
        Assert.HasCount(1, Directory.GetFiles(Path.Combine(fixture.Repository.StatePath, "manifests"), "*.manifest.json"));
    }

    [TestMethod]
    [TestCategory("push-memory.FILES.2")]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("""{"said":null,"failed":false,"spent":"00:00:01","refused":null}""")]
    [DataRow("""{"format":1,"key":null,"at":"2026-01-01T00:00:00Z","failed":false,"report":null}""")]
    [DataRow("""{"format":1,"key":"k","at":"2026-01-01T00:00:00Z","failed":false,"report":{"context":{"provider":"git"},"findings":null}}""")]
    [DataRow("""{"format":1,"fingerprints":null,"pushedAt":"2026-01-01T00:00:00Z"}""")]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("null")]
    [DataRow("""{"format":99}""")]
    [DataRow("""{"format":1}""")]
    public async Task Damaged_state_counts_as_missing(string content)
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Build = "one";
        await fixture.RunAndSendAsync(1);
        var files = Directory.GetFiles(fixture.Repository.StatePath, "*.json", SearchOption.AllDirectories);
        Assert.HasCount(3, files);
        foreach (var file in files)
        {
            File.WriteAllText(file, content);
        }

        Assert.IsTrue((await fixture.RunAndSendAsync(1)).Report.Pushed);
        await fixture.RunAndSendAsync(0);
        Directory.Delete(fixture.Repository.StatePath, recursive: true);
        await fixture.RunAndSendAsync(1);
    }

    [TestMethod]
    [TestCategory("push-memory.FILES.3")]
    public async Task A_folder_that_cannot_be_written_to_causes_one_message()
    {
        await using var fixture = await RunFixture.StartAsync();
        File.WriteAllText(fixture.Repository.StatePath, "a file where the folder should be");
        var result = await fixture.RunAndSendAsync(1);
        Assert.HasCount(1, result.Findings.Where(static finding => finding.Code == "SPUSH3050"));
    }

    [TestMethod]
    [TestCategory("push-memory.FILES.1")]
    [TestCategory("pushing.TOKEN.1")]
    public async Task State_is_in_the_git_directory_and_neither_it_nor_a_report_contains_the_token()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Error(422, "I do not like canary-1234567890"), Answer.Success("shop", "main", "canary-1234567890 is odd"));
        fixture.Settings = new RawSettings { Report = "report.json" };
        fixture.Build = "build";
        var first = await fixture.RunAndSendAsync(1);
        StringAssert.Contains(first.Findings.First().Message, "I do not like ***");
        fixture.Build = "the next build";
        await fixture.RunAndSendAsync(1);
        foreach (var file in Directory.EnumerateFiles(fixture.Repository.Path, "*", SearchOption.AllDirectories))
        {
            Assert.IsFalse(File.ReadAllText(file).Contains("canary", StringComparison.OrdinalIgnoreCase), file);
        }

        Assert.IsTrue(Directory.Exists(fixture.Repository.StatePath));
        Assert.IsTrue(File.Exists(Path.Combine(fixture.Repository.Path, "report.json")));
    }

    [TestMethod]
    [TestCategory("push-memory.FAILURE.5")]
    public async Task What_a_cancelled_run_may_have_changed_is_sent_again_after_a_reset()
    {
        using var cancellation = new CancellationTokenSource();
        await using var fixture = RunFixture.Create(await ScriptedServer.StartAsync(async (request, context) =>
        {
            await (Encoding.UTF8.GetString(request.Body).Contains("cart.LINES.2\":[{", StringComparison.Ordinal) ? cancellation.CancelAsync() : Task.CompletedTask);
            await Answer.Success().WriteAsync(context);
        }));
        await SendsOnceAsync(fixture);
        fixture.Repository.Write("src/Cart.cs", "// cart.LINES.2\n");
        fixture.Repository.Commit();
        await Assert.ThrowsAsync<OperationCanceledException>(() => fixture.RunAsync(cancellation.Token));
        Assert.HasCount(2, fixture.Server.Requests);

        fixture.Repository.Git("reset", "-q", "--hard", "HEAD~1");
        await SendsOnceAsync(fixture);
    }

    [TestMethod]
    [TestCategory("push-memory.TWICE.8")]
    [DataRow("a", "b", null, null)]
    [DataRow(null, null, "first", "second")]
    public async Task Two_parts_of_a_repository_do_not_empty_each_other(string? scope, string? otherScope, string? features, string? otherFeatures)
    {
        await using var fixture = await RunFixture.StartAsync();
        foreach (var (folder, feature) in (IEnumerable<(string, string)>)[("a", "first"), ("b", "second")])
        {
            fixture.Repository.Write($"{folder}/features/{feature}.feature.yaml", RunFixture.Spec.Replace("cart", feature, StringComparison.Ordinal));
            fixture.Repository.Write($"{folder}/Code.cs", $"// {feature}.LINES.1\n");
        }

        fixture.Repository.Commit();
        var settings = new RawSettings { OverrideReferences = "true", Specs = "**/*.feature.yaml" };
        foreach (var expected in (int[])[1, 0])
        {
            fixture.Settings = settings with { Scope = scope, Features = features };
            await fixture.RunAndSendAsync(expected);
            fixture.Settings = settings with { Scope = otherScope, Features = otherFeatures };
            await fixture.RunAndSendAsync(expected);
        }

        Assert.IsFalse(References(fixture).Contains("first", StringComparison.Ordinal), References(fixture));
    }

    [TestMethod]
    [TestCategory("push-memory.LOCK.2")]
    public async Task Waiting_for_the_lock_can_be_cancelled()
    {
        await using var fixture = await RunFixture.StartAsync();
        Directory.CreateDirectory(fixture.Repository.StatePath);
        using var holder = new FileStream(Path.Combine(fixture.Repository.StatePath, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAsync<OperationCanceledException>(() => fixture.RunAsync(cancellation.Token));
        Assert.IsEmpty(fixture.Server.Requests);
    }

    [TestMethod]
    [TestCategory("push-memory.LOCK.1")]
    public async Task Many_runs_at_once_send_once()
    {
        await using var fixture = await RunFixture.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => fixture.RunAsync())));
        Assert.HasCount(1, fixture.Server.Requests);
    }

    private static async Task SendsOnceAsync(RunFixture fixture)
    {
        Assert.IsTrue((await fixture.RunAndSendAsync(1)).Report.Pushed);
        await fixture.RunAndSendAsync(0);
    }

    private static string References(RunFixture fixture) => fixture.Server.Requests.Last().Json.GetProperty("references").GetRawText();
}
