using SpecPush.Checkout;
using SpecPush.Settings;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class CiSystemsTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public CiSystemsTests()
    {
        _repository.Write("a.txt", "1");
        _repository.Commit();
        _repository.Write("a.txt", "2");
        _repository.Commit();
        _repository.Git("checkout", "-q", "--detach");
        _repository.Git("remote", "remove", "origin");
        _repository.Git("update-ref", "refs/remotes/origin/PR-7", "HEAD~1");
    }

    public static IEnumerable<object[]> Cases => CiCases.All.Select(static testCase => (object[])[testCase]);

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [DynamicData(nameof(Cases))]
    [TestCategory("checkout.CONTEXT.3")]
    [TestCategory("checkout.CONTEXT.4")]
    [TestCategory("checkout.CONTEXT.5")]
    [TestCategory("checkout.CONTEXT.8")]
    [TestCategory("checkout.CONTEXT.9")]
    [TestCategory("checkout.CONTEXT.12")]
    public async Task A_build_is_recognised_by_its_variables(CiCase testCase)
    {
        var variables = testCase.Variables.Split(' ').Select(static variable => variable.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1].StartsWith('{') ? WriteTeamCityFiles(pair[1]) : pair[1]));
        var repository = Repositories.Open(_repository.Path);
        var resolution = await PushContextResolver.ResolveAsync(
            repository, await repository.ReadStatusAsync(CancellationToken.None), new EnvironmentVariables(variables), new ContextSettings(null, null, null), CancellationToken.None);

        var expected = testCase.Expected.Replace("{HEAD}", _repository.Head, StringComparison.Ordinal)
            .Replace("{PR-7}", _repository.Git("rev-parse", "HEAD~1").Trim(), StringComparison.Ordinal)
            .Replace("none ", "git ", StringComparison.Ordinal);
        Assert.AreEqual(expected, Render(resolution.Context));
        Assert.AreEqual(resolution.Context.Provider != "git", resolution.Context.IsContinuousIntegration);
        Assert.IsFalse(resolution.Findings.Any(static finding => finding.Code != "SPUSH3003"));
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.3")]
    public async Task The_merge_of_a_pull_request_without_its_event_file_leads_to_its_source()
    {
        _repository.Git("checkout", "-q", "-b", "target", "HEAD~1");
        _repository.Write("b.txt", "1");
        _repository.Commit();
        var source = _repository.Git("rev-parse", "main").Trim();
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "main");
        var repository = Repositories.Open(_repository.Path);
        var resolution = await PushContextResolver.ResolveAsync(
            repository,
            await repository.ReadStatusAsync(CancellationToken.None),
            new EnvironmentVariables(new Dictionary<string, string>
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_EVENT_NAME"] = "pull_request",
                ["GITHUB_REF"] = "refs/pull/7/merge",
                ["GITHUB_HEAD_REF"] = "main",
                ["GITHUB_SHA"] = _repository.Head,
            }),
            new ContextSettings(null, null, null),
            CancellationToken.None);
        Assert.AreEqual(source, resolution.Context.Commit);
        Assert.AreEqual("SPUSH3003", resolution.Findings.Single().Code);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.10")]
    public async Task The_explanation_says_where_values_come_from()
    {
        var repository = Repositories.Open(_repository.Path);
        var resolution = await PushContextResolver.ResolveAsync(
            repository,
            await repository.ReadStatusAsync(CancellationToken.None),
            new EnvironmentVariables(new Dictionary<string, string> { ["DRONE"] = "true", ["DRONE_BRANCH"] = "work", ["ACAI_COMMIT"] = CiCase.Head }),
            new ContextSettings("github.com/o/r", null, null),
            CancellationToken.None);
        Assert.AreEqual("repository from setting, branch from drone, commit from ACAI_COMMIT", resolution.Context.Explanation);
    }

    private static string Render(PushContext context) => string.Join(' ', new[]
    {
        context.Provider,
        context.RepoUri ?? "-",
        context.Branch ?? "-",
        context.Commit ?? "-",
        context.PullRequest is { } pullRequest ? $"#{pullRequest.Number}{(pullRequest.IsFork == true ? " fork" : "")}" : null,
        context.DefaultBranch is { } defaultBranch ? $"default={defaultBranch}" : null,
        context.CheckOnlyReason is { } reason ? $"({reason})" : null,
    }.OfType<string>());

    /// <summary>TeamCity's two files, of which the second has the properties of the case.</summary>
    private string WriteTeamCityFiles(string properties)
    {
        var second = Path.Combine(_repository.Scratch, "configuration.properties");
        File.WriteAllLines(second, ["# comment", @"vcsroot.url=https\://git.example/o/r.git", "vcsroot.branch=refs/heads/trunk", .. properties.Trim('{', '}').Split(';')]);
        var first = Path.Combine(_repository.Scratch, "build.properties");
        File.WriteAllText(first, $"teamcity.configuration.properties.file={second.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(":", @"\:", StringComparison.Ordinal)}\r\nagent.name=a\r\n");
        return first;
    }
}
