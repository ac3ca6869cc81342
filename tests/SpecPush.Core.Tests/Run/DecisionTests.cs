using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class DecisionTests
{
    [TestMethod]
    [TestCategory("build.MODE.1")]
    public async Task Without_a_token_auto_checks_and_push_fails()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Environment.Remove("ACAI_API_TOKEN");
        await ChecksAsync(fixture, "SPUSH3104", "ACAI_API_TOKEN is not set");
        fixture.Settings = new RawSettings { Mode = "Push" };
        Assert.AreEqual(("SPUSH5009", Severity.Error), await FirstAsync(fixture));
    }

    [TestMethod]
    [TestCategory("settings.FILE.1")]
    [TestCategory("settings.FILE.3")]
    public async Task The_token_of_the_file_is_for_a_developers_machine_and_is_never_shown()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Success());
        fixture.Environment.Remove("ACAI_API_TOKEN");
        fixture.Repository.Write(".gitignore", ".env\n");
        fixture.Repository.Commit();
        fixture.Repository.Write(".env", "ACAI_API_TOKEN=canary-of-file\n");
        fixture.Environment["CI"] = "true";
        await ChecksAsync(fixture, "SPUSH3104", "ACAI_API_TOKEN is not set");
        fixture.Environment.Remove("CI");
        var result = await fixture.RunAndSendAsync(1);
        Assert.AreEqual("Bearer canary-of-file", fixture.Server.Requests.Last().Headers["Authorization"]);
        using var json = new MemoryStream();
        ReportJson.Write(json, result.Report);
        Assert.IsFalse(json.ToArray().AsSpan().IndexOf("canary"u8) >= 0);
    }

    [TestMethod]
    [TestCategory("pushing.TOKEN.2")]
    public async Task A_token_that_is_not_valid_in_a_header_is_refused_without_being_shown()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Environment["ACAI_API_TOKEN"] = "canary-12345\nX-Injected: 1";
        var result = await fixture.RunAndSendAsync(0);
        Assert.AreEqual("SpecPush: checked, not pushed: ACAI_API_TOKEN is not a valid token (SPUSH3105)", result.Lines.Single());
        Assert.AreEqual("SPUSH5010", result.Findings.First().Code);
        Assert.IsFalse(result.Findings.First().Message.Contains("canary", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("build.MODE.2")]
    public async Task Uncommitted_specs_and_references_are_not_pushed_from_a_developers_machine()
    {
        await using var fixture = await RunFixture.StartAsync();
        var repository = fixture.Repository;
        repository.Write("README.md", "Nothing of interest");
        repository.Write("src/Held.cs", "// cart.LINES.2");
        repository.Commit();

        repository.Write("README.md", "Changed");
        repository.Write("src/New.cs", "// nothing here");
        await fixture.RunAndSendAsync(1);

        repository.Write("src/New.cs", "// cart.LINES.2");
        await ChecksAsync(fixture, "SPUSH3113", "src/New.cs is not committed");
        repository.Delete("src/New.cs");

        repository.Write("src/Held.cs", "// no longer");
        await ChecksAsync(fixture, "SPUSH3113", "src/Held.cs is not committed");

        repository.Delete("src/Held.cs");
        await ChecksAsync(fixture, "SPUSH3113", "src/Held.cs is not committed");
        repository.Git("checkout", "-q", "src/Held.cs");

        repository.Write("features/new.feature.yaml", "feature:\n  name: new\n  product: shop\n");
        repository.Git("add", "-A");
        await ChecksAsync(fixture, "SPUSH3113", "features/new.feature.yaml is not committed");

        fixture.Settings = new RawSettings { Mode = "Push" };
        await fixture.RunAndSendAsync(1);

        fixture.Settings = new RawSettings();
        fixture.Environment["CI"] = "true";
        await fixture.RunAndSendAsync(0);
    }

    [TestMethod]
    [TestCategory("build.MODE.2")]
    public async Task A_change_of_a_file_that_is_not_searched_is_not_uncommitted_work()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Mode = "Check", HtmlReport = "docs/coverage.html", Exclude = "old/**" };
        await fixture.RunAsync();
        fixture.Repository.Write("old/Cart.cs", "// cart.LINES.1\n");
        fixture.Repository.Commit();
        fixture.Settings = fixture.Settings with { Mode = "Auto" };
        await fixture.RunAndSendAsync(1);

        fixture.Repository.Write("old/Cart.cs", "// cart.LINES.2\n");
        fixture.Time.Ahead = TimeSpan.FromHours(25);
        await fixture.RunAndSendAsync(1);
        StringAssert.Contains(fixture.Repository.Git("status", "--porcelain"), "docs/coverage.html");
    }

    [TestMethod]
    [TestCategory("build.RUN.6")]
    public async Task Off_does_nothing()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Mode = " off ", Report = "report.json" };
        var result = await fixture.RunAndSendAsync(0);
        Assert.AreEqual("SpecPush: nothing was done, because SpecPushMode is Off (SPUSH3100)", result.Lines.Single());
        Assert.IsFalse(File.Exists(Path.Combine(fixture.Repository.Path, "report.json")));
    }

    [TestMethod]
    [TestCategory("build.MODE.3")]
    public async Task A_branch_behind_its_upstream_is_not_pushed()
    {
        await using var fixture = await RunFixture.StartAsync();
        var repository = fixture.Repository;
        repository.Git("update-ref", "refs/remotes/origin/main", repository.Commit("Of somebody else"));
        repository.Git("branch", "--set-upstream-to=origin/main");
        repository.Git("reset", "-q", "--hard", "HEAD~1");
        await ChecksAsync(fixture, "SPUSH3112", "main is 1 commit behind its upstream; pull first");
    }

    [TestMethod]
    [TestCategory("settings.VALUES.4")]
    public async Task Branches_that_the_setting_excludes_are_not_pushed()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Git("checkout", "-q", "-b", "dependabot/nuget/x-1.0");
        await ChecksAsync(fixture, "SPUSH3111", "SpecPushBranches excludes the branch dependabot/nuget/x-1.0");
        fixture.Settings = new RawSettings { Branches = "main; dependabot/**" };
        await fixture.RunAndSendAsync(1);
    }

    [TestMethod]
    [TestCategory("build.MODE.5")]
    public async Task Check_never_contacts_the_api()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Mode = "check" };
        await ChecksAsync(fixture, "SPUSH3101", "SpecPushMode is Check");
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.11")]
    public async Task A_commit_of_another_ci_system_that_is_not_checked_out_is_not_pushed()
    {
        await using var fixture = await RunFixture.StartAsync();
        var checkedOut = fixture.Repository.Head;
        var built = new string('b', 40);
        foreach (var (name, value) in new[] { ("GITLAB_CI", "true"), ("CI_COMMIT_SHA", built), ("CI_COMMIT_BRANCH", "main") })
        {
            fixture.Environment[name] = value;
        }

        await ChecksAsync(fixture, "SPUSH3110", $"{checkedOut[..7]} is checked out instead of bbbbbbb");
        fixture.Settings = new RawSettings { Mode = "Push" };
        var finding = (await fixture.RunAndSendAsync(0)).Findings.First();
        Assert.AreEqual(("SPUSH3011", Severity.Error), (finding.Code, finding.Severity));
        StringAssert.Contains(finding.Message, $"{checkedOut[..7]} is checked out instead of bbbbbbb; check out {built}");
        StringAssert.Contains(finding.Message, "SpecPushCommit");
        fixture.Environment["ACAI_COMMIT"] = built;
        await fixture.RunAndSendAsync(1);
    }

    [TestMethod]
    [TestCategory("build.MODE.1")]
    [TestCategory("build.MODE.4")]
    [TestCategory("checkout.CONTEXT.5")]
    public async Task A_detached_head_is_checked_and_fails_a_push_unless_the_branch_is_set()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Git("checkout", "-q", "--detach");
        await ChecksAsync(fixture, "SPUSH3109", "HEAD is detached, so the branch is not known");
        fixture.Settings = new RawSettings { Mode = "Push" };
        Assert.AreEqual(("SPUSH3052", Severity.Error), await FirstAsync(fixture));
        fixture.Settings = new RawSettings { Branch = "main" };
        await fixture.RunAndSendAsync(1);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.1")]
    [TestCategory("push-planning.OVERRIDE.2")]
    [TestCategory("push-planning.OVERRIDE.3")]
    public async Task An_incomplete_checkout_merges_and_says_why()
    {
        await using var fixture = await RunFixture.StartAsync();
        var repository = fixture.Repository;
        repository.Write("tests/Shop.Tests/Shop.Tests.csproj", """<Project Sdk="MSTest.Sdk/4.0.0" />""");
        repository.Write("far/away.txt", "// cart.LINES.2");
        repository.Commit();
        await MergesAsync(fixture, "tests/Shop.Tests/Shop.Tests.csproj has not been built");

        repository.Delete("tests/Shop.Tests/Shop.Tests.csproj");
        repository.Commit();
        repository.Git("sparse-checkout", "set", "features", "src");
        await MergesAsync(fixture, "a sparse checkout leaves out 1 file");
        repository.Git("sparse-checkout", "disable");

        fixture.Settings = new RawSettings { Scope = "src" };
        await MergesAsync(fixture, "SpecPushScope limits what is read to 'src'");
        fixture.Settings = new RawSettings { Features = "cart" };
        await MergesAsync(fixture, "SpecPushFeatures limits");
        fixture.Settings = new RawSettings { Commit = repository.Git("rev-parse", "HEAD~1") };
        await MergesAsync(fixture, "the checked-out commit is not the pushed one");

        fixture.Settings = fixture.Settings with { OverrideReferences = "true" };
        var result = await fixture.RunAndSendAsync(1);
        Assert.IsTrue(fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("override").GetBoolean());
        Assert.IsFalse(result.Findings.Any(static finding => finding.Code == "SPUSH2001"));
    }

    [TestMethod]
    [TestCategory("text-references.FILES.6")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task A_spec_that_another_program_has_locked_is_reported_and_the_others_are_pushed()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("features/held.feature.yaml", RunFixture.Spec);
        fixture.Repository.Commit();
        using var holder = new FileStream(Path.Combine(fixture.Repository.Path, "features/held.feature.yaml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        fixture.Settings = new RawSettings { Mode = "Push" };
        var result = await fixture.RunAndSendAsync(1);
        Assert.AreEqual(("SPUSH1025", "features/held.feature.yaml"), (result.Findings.First().Code, result.Findings.First().Location!.Path));
        Assert.IsFalse(fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("override").GetBoolean());
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.6")]
    public async Task A_group_without_a_number_is_a_message()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("docs/notes.md", "All of cart.LINES is done.\n");
        fixture.Repository.Commit();
        var finding = (await fixture.RunAndSendAsync(1)).Findings.Single(static finding => finding.Code == "SPUSH2015");
        Assert.AreEqual((Severity.Message, new SourceLocation("docs/notes.md", 1)), (finding.Severity, finding.Location));
        StringAssert.Contains(finding.Message, "cart.LINES.1");
    }

    [TestMethod]
    [TestCategory("spec-reading.FILE.8")]
    public async Task A_spec_outside_the_searched_folders_is_reported()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("docs/stray.feature.yaml", RunFixture.Spec);
        fixture.Repository.Write("docs/foreign.feature.yaml", "features: [a, b]");
        fixture.Repository.Write("node_modules/x/features/other.feature.yaml", RunFixture.Spec);
        fixture.Repository.Write("examples/excluded.feature.yaml", RunFixture.Spec);
        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { Exclude = "examples/**" };
        var finding = (await fixture.RunAndSendAsync(1)).Findings.Single(static finding => finding.Code.StartsWith("SPUSH1", StringComparison.Ordinal));
        Assert.AreEqual(("SPUSH1040", Severity.Message, "docs/stray.feature.yaml"), (finding.Code, finding.Severity, finding.Location!.Path));
    }

    [TestMethod]
    [TestCategory("settings.VALUES.8")]
    public async Task A_mistyped_scope_is_reported_as_the_cause()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Scope = "Src" };
        var finding = (await fixture.RunAndSendAsync(0)).Findings.Single(static finding => finding.Severity == Severity.Warning);
        Assert.AreEqual("SPUSH5016", finding.Code);
        StringAssert.Contains(finding.Message, "SpecPushScope is 'Src'");
    }

    [TestMethod]
    [TestCategory("text-references.FILES.7")]
    public async Task Committed_files_in_folders_that_are_not_scanned_are_named_once_if_they_mention_requirements()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("docs/states/done.md", "cart.LINES.1 and cart.LINES.2");
        fixture.Repository.Write("tmp/notes.md", "cart.LINES.1");
        fixture.Repository.Write("dist/other.js", "// nothing.KNOWN.1");
        fixture.Repository.Commit();
        fixture.Repository.Write("coverage/untracked.md", "cart.LINES.1");
        var finding = (await fixture.RunAndSendAsync(1)).Findings.Single(static finding => finding.Code == "SPUSH2025");
        StringAssert.Contains(finding.Message, "docs/states, tmp");
    }

    [TestMethod]
    [TestCategory("push-planning.PRODUCTS.4")]
    public async Task An_empty_repository_is_a_warning()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Delete("features/cart.feature.yaml");
        fixture.Repository.Delete("src/Cart.cs");
        fixture.Repository.Commit();
        var result = await fixture.RunAndSendAsync(0);
        Assert.AreEqual(("SPUSH2004", Severity.Warning), (result.Findings.Single().Code, result.Findings.Single().Severity));
    }

    [TestMethod]
    [TestCategory("build.MODE.1")]
    public async Task A_repository_without_commits_and_a_folder_without_git_are_checked()
    {
        await using var fixture = await RunFixture.StartAsync();
        using var young = new TestRepository();
        young.Write("features/cart.feature.yaml", RunFixture.Spec);
        Assert.AreEqual("SpecPush: checked, not pushed: there is no commit yet (SPUSH3106)", (await RunInAsync(young.Path)).Lines.Single());

        fixture.Settings = new RawSettings { Mode = "Push" };
        var finding = (await RunInAsync(young.Path)).Findings.First();
        Assert.AreEqual(("SPUSH3052", Severity.Error), (finding.Code, finding.Severity));
        StringAssert.Contains(finding.Message, "there is no commit yet");
        fixture.Settings = new RawSettings();

        using var folder = new TemporaryFolder();
        folder.Write("features/cart.feature.yaml", RunFixture.Spec);
        Assert.AreEqual("SpecPush: checked, not pushed: there is no commit yet (SPUSH3106)", (await RunInAsync(folder.Path)).Lines.Single());
        Assert.IsTrue(Directory.Exists(Path.Combine(folder.Path, "obj", "specpush")));

        Task<SpecPush.Run.RunResult> RunInAsync(string directory) => SpecPush.Run.SpecPushRun.ExecuteAsync(
            new SpecPush.Run.RunRequest
            {
                Directory = directory,
                Settings = fixture.Settings with { ApiUrl = fixture.Server.ApiUrl.ToString() },
                Spelling = SettingSpelling.MSBuildProperty,
                Environment = new EnvironmentVariables(fixture.Environment),
            },
            CancellationToken.None);
    }

    private static async Task ChecksAsync(RunFixture fixture, string code, string reason)
    {
        var result = await fixture.RunAndSendAsync(0);
        Assert.AreEqual($"SpecPush: checked, not pushed: {reason} ({code})", result.Lines.Single());
        Assert.AreEqual((code, $"checked, not pushed: {reason}"), (result.Report.ReasonCode, result.Report.Reason));
        Assert.IsFalse(result.Report.Pushed);
    }

    private static async Task MergesAsync(RunFixture fixture, string gap)
    {
        var result = await fixture.RunAndSendAsync(1);
        Assert.IsFalse(fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("override").GetBoolean());
        StringAssert.Contains(result.Findings.Single(static finding => finding.Code == "SPUSH2001").Message, gap);
    }

    private static async Task<(string, Severity)> FirstAsync(RunFixture fixture)
    {
        var finding = (await fixture.RunAndSendAsync(0)).Findings.First();
        return (finding.Code, finding.Severity);
    }
}
