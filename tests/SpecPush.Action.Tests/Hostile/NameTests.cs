using System.Text.Json;
using System.Xml.Linq;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests.Hostile;

/// <summary>Names that are a command, markup or an escape sequence, in every output of a step.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class NameTests : IAsyncDisposable
{
    private static readonly string[] Names =
    [
        "a\n::error file=x::owned", "a\r::set-output name=pushed::owned", "::add-mask::owned", "\u200B::stop-commands::owned", "\uFEFF::notice::owned", "##[error]owned", "#\u00AD#[warning]owned",
        "a%0A::error::owned", "a%3A%3Aowned", "<script>owned<", "<!-- owned --><b>", "[owned](https:owned)", "![owned](x)", "`${{ owned }}`", "a|b|owned", "..owned", "a\\..\\owned", "\"owned\"", "'owned'",
        "\u001b]0;owned\u0007\u001b[2Jowned", "\u009b2Jowned", "\u202Eowned\u202C", "\u2066owned\u2069", "a\u2028::error::owned", "a\u0085::error::owned", "$(owned)", "%(owned)", "@(owned)", "ghadelimiter_owned", "<<EOF owned",
    ];

    private GitHubServer _github = null!;
    private ScriptedServer _server = null!;
    private readonly TestRepository _repository = ShopRepository.Create();

    [TestInitialize]
    public async Task StartAsync()
    {
        _github = await GitHubServer.StartAsync(GitHubDescription.FindViolationAsync);
        _server = await ScriptedServer.StartAsync(Answer.Success(Names[0], Names[9], Names));
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        await _server.DisposeAsync();
        _repository.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.NAMES.1")]
    [TestCategory("reliability.CHECKOUTS.4")]
    [TestCategory("action.SAFE.2")]
    [TestCategory("action.SAFE.3")]
    [DataRow("pull_request_target")]
    [DataRow("push")]
    public void No_name_breaks_out_of_an_output(string name)
    {
        var target = _repository.Head;
        foreach (var (index, hostile) in Names.Index())
        {
            // A finding at each of them, one in the name of a folder, one in that of a spec, and one with a text.
            _repository.Write($"src/{hostile}/a.js", "// cart.LINES.77\n");
            _repository.Write($"features/{hostile}.feature.yaml", $"feature:\n  name: f{index}\n  product: shop\n  {JsonSerializer.Serialize(hostile)}: x\ncomponents:\n  A:\n    1: {JsonSerializer.Serialize(hostile)}\n    1-0: x\n");
            _repository.Write($"test/{hostile}.test.js", $"// f{index}.A.1\n");
        }

        _repository.Git("add", "-A");
        _repository.Git("commit", "-q", "-m", Names[0], "--author", "::error::owned <\u001b[2J@owned>");
        _repository.Git("config", "remote.origin.url", "https://github.com/owned/%0A::error::owned<b>.git");
        using var step = CreateStep(name, target);
        var result = step.Run();
        Assert.AreEqual("true", result.Outputs["pushed"], result.Log);

        AssertLines(result);
        AssertPlain(result.Log, "log");
        AssertPlain(result.Summary, "summary");
        AssertPlain(string.Concat(result.Outputs.Values), "outputs");
        Assert.DoesNotMatchRegex(@"<script|<!-- owned|<img|<b>owned|[^\\]\]\((?!https://github\.com/)|[^\\]`", result.Summary);
        foreach (var written in _github.Writes)
        {
            AssertPlain(Summaries(written.Json), "check run or comment");
        }

        AssertPage(File.ReadAllText(Path.Combine(_repository.Path, "out", "page.html")));
        XDocument.Load(Path.Combine(_repository.Path, "out", "badge.svg"));
        foreach (var message in Messages(Path.Combine(_repository.Path, "out", "report.sarif")))
        {
            AssertPlain(message, "SARIF");
            Assert.DoesNotMatchRegex(@"(?<!\\)\]\(", message);
        }
    }

    private WorkflowStep CreateStep(string name, string target) => new WorkflowStep(_repository.Path)
        .Event(name, JsonSerializer.Serialize(new
        {
            repository = new { default_branch = Names[1] },
            pull_request = new
            {
                number = 7,
                title = Names[0],
                head = new { @ref = Names[0], sha = _repository.Head, label = Names[2], repo = new { full_name = "my-org/my-repo" } },
                @base = new { @ref = Names[5], sha = target, repo = new { full_name = "my-org/my-repo" } },
            },
        }))
        .Variables(
            ("GITHUB_SHA", _repository.Head), ("GITHUB_REF", $"refs/heads/{Names[7]}"), ("GITHUB_REF_NAME", Names[7]), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_ACTOR", Names[2]),
            ("GITHUB_HEAD_REF", Names[0]), ("GITHUB_WORKFLOW", Names[2]), ("GITHUB_JOB", Names[9]), ("GITHUB_API_URL", _github.ApiUrl.ToString()))
        .Inputs(
            ("api-url", _server.ApiUrl.ToString()), ("api-token", "acai_token"), ("github-token", "ghs_token"), ("check-run", "true"), ("comment", "true"), ("fail-on", "never"),
            ("report", "out/report.json"), ("sarif", "out/report.sarif"), ("html-report", "out/page.html"), ("badge", "out/badge.svg"));

    // Of each command the runner reads name and properties; what follows them is text.
    private static void AssertLines(StepResult result)
    {
        foreach (var line in result.Commands)
        {
            Assert.MatchesRegex(@"^::(add-mask::(acai|ghs)_token$|group::[0-9]+ more findings$|endgroup::$|(error|warning|notice) (file=[^,:\r\n]*,)?(line=[0-9]+,)?(col=[0-9]+,)?title=(SPUSH[0-9]{4}|SpecPush)::)", line);
        }
    }

    private static void AssertPlain(string text, string place)
    {
        var found = text.FirstOrDefault(static character => character is not '\n' && (char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
        Assert.AreEqual('\0', found, $"U+{(int)found:X4} in the {place}");
    }

    private static void AssertPage(string page)
    {
        AssertPlain(page, "page");
        Assert.DoesNotMatchRegex("&#x(1B|9B|202E|2066);", page);
        Assert.AreEqual(1, page.Split("<script>").Length - 1);
        Assert.DoesNotMatchRegex("<script>owned|<!-- owned|<b>owned|<img", page);
    }

    private static string Summaries(JsonElement body) => body.TryGetProperty("output", out var output)
        ? string.Join('\n', [output.GetProperty("summary").GetString(), output.GetProperty("title").GetString(), .. output.GetProperty("annotations").EnumerateArray().Select(static annotation => annotation.GetProperty("message").GetString())])
        : body.GetProperty("body").GetString()!;

    private static string[] Messages(string sarif)
    {
        var run = JsonDocument.Parse(File.ReadAllBytes(sarif)).RootElement.GetProperty("runs")[0];
        return
        [
            .. run.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("message").GetProperty("text").GetString()!),
            .. run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().Select(static notification => notification.GetProperty("message").GetProperty("text").GetString()!),
        ];
    }
}
