using System.Net;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Proxies that the environment names. Each process reads it once, so each case is a process.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ProxyTests : IAsyncDisposable
{
    private const string Password = "pr0xy/Pa+ss&word";

    private readonly TestRepository _repository = ShopRepository.Create();
    private ScriptedServer _proxy = null!;
    private Answer _answer = Answer.Success();

    private string Address => $"127.0.0.1:{_proxy.ApiUrl.Port}";

    [TestInitialize]
    public async Task StartAsync() => _proxy = await ScriptedServer.StartAsync((request, context) =>
        (_answer.Status == 407 && request.Headers.ContainsKey("Proxy-Authorization") ? Answer.Success() : _answer).WriteAsync(context));

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _repository.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.PROXIES.1")]
    [TestCategory("reliability.SECRETS.6")]
    [DataRow("HTTP_PROXY")]
    [DataRow("http_proxy")]
    [DataRow("ALL_PROXY")]
    [DataRow("all_proxy")]
    public void A_push_goes_through_the_proxy(string variable)
    {
        _answer = new Answer(407, "", "text/plain", ("Proxy-Authenticate", "Basic realm=\"x\""));
        var result = Run("http://acai.test/api/v1", (variable, $"http://{Credentials}@{Address}"));
        Assert.AreEqual("true", result.Outputs["pushed"], result.Log);
        Assert.AreEqual("acai.test", _proxy.Requests.Last().Headers["Host"]);
        Assert.AreEqual($"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"me:{Password}"))}", _proxy.Requests.Last().Headers["Proxy-Authorization"]);
    }

    [TestMethod]
    [TestCategory("reliability.PROXIES.1")]
    [DataRow("HTTP_PROXY", "NO_PROXY", "acai.test")]
    [DataRow("http_proxy", "no_proxy", ".test,acai.test")]
    [DataRow("ALL_PROXY", "NO_PROXY", "other,acai.test")]
    public void A_server_that_NO_PROXY_lists_is_not_reached_through_it(string variable, string exception, string hosts)
    {
        var result = RunInVain("http://acai.test/api/v1", (variable, $"http://{Address}"), (exception, hosts));
        Assert.AreEqual("false", result.Outputs["pushed"], result.Log);
        Assert.IsEmpty(_proxy.Requests);
    }

    [TestMethod]
    [TestCategory("reliability.PROXIES.2")]
    [TestCategory("pushing.TOKEN.3")]
    [DataRow("127.0.0.1")]
    [DataRow("localhost")]
    [DataRow("[::1]")]
    public async Task This_machine_is_reached_without_a_proxy(string host)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var other = new FaultyProxy(server.ApiUrl, IPAddress.IPv6Loopback);
        other.Listen();
        var port = host.StartsWith('[') ? other.UrlFor("http").Port : server.ApiUrl.Port;
        var result = Run($"http://{host}:{port}/api/v1", ("HTTP_PROXY", $"http://{Address}"), ("ALL_PROXY", $"http://{Address}"));
        Assert.AreEqual("true", result.Outputs["pushed"], result.Log);
        Assert.HasCount(1, server.Requests);
        Assert.IsEmpty(_proxy.Requests, "the token went to the proxy unencrypted");
    }

    [TestMethod]
    [TestCategory("reliability.PROXIES.3")]
    [TestCategory("reliability.SECRETS.6")]
    [DataRow("HTTP_PROXY", "http", "127.0.0.1:9", "SPUSH4054", "http://acai.test cannot be reached through the proxy 127.0.0.1:9: the connection was refused.")]
    [DataRow("https_proxy", "https", "127.0.0.1:9", "SPUSH4054", "https://acai.test cannot be reached through the proxy 127.0.0.1:9: the connection was refused.")]
    [DataRow("HTTPS_PROXY", "https", "no-such-proxy.invalid:3128", "SPUSH4054", "https://acai.test cannot be reached through the proxy no-such-proxy.invalid:3128: the host name is unknown.")]
    [DataRow("HTTPS_PROXY", "https", "[::1]:9", "SPUSH4054", "https://acai.test cannot be reached through the proxy [::1]:9: the connection was refused.")]
    [DataRow("ALL_PROXY", "https", "{407}", "SPUSH4013", "The proxy {proxy} asks for a user name and a password")]
    [DataRow("HTTP_PROXY", "http", "{407}", "SPUSH4013", "The proxy {proxy} asks for a user name and a password")]
    [DataRow("HTTPS_PROXY", "https", "{403}", "SPUSH4054", "https://acai.test cannot be reached through the proxy {proxy}: the proxy refused (403).")]
    [DataRow("HTTPS_PROXY", "https", "{502}", "SPUSH4054", "https://acai.test cannot be reached through the proxy {proxy}: the proxy refused (502).")]
    public void A_proxy_that_fails_is_named_without_its_password(string variable, string scheme, string proxy, string code, string message)
    {
        if (proxy is ['{', .. var status, '}'])
        {
            _answer = new Answer(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), "<html>", "text/html");
            proxy = Address;
        }

        // A slow machine may use up the time in the middle of an attempt; then that is what the step says.
        StepResult result;
        var attempts = 5;
        do
        {
            result = RunInVain($"{scheme}://acai.test/api/v1", (variable, $"http://{(proxy == Address && code == "SPUSH4013" ? "" : $"{Credentials}@")}{proxy}"));
        }
        while (result.Log.Contains("SPUSH4055", StringComparison.Ordinal) && --attempts > 0);

        StringAssert.Contains(result.Log, code);
        StringAssert.Contains(result.Log, message.Replace("{proxy}", Address, StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("reliability.PROXIES.3")]
    [DataRow("socks5://{credentials}@127.0.0.1:9")]
    [DataRow("::not an address::")]
    [DataRow("ftp://{credentials}@127.0.0.1:9")]
    [DataRow("http://{credentials}@127.0.0.1:99999")]
    [DataRow("http://")]
    public void A_proxy_that_cannot_be_used_is_an_outage_and_no_crash(string proxy)
    {
        var result = RunInVain("https://acai.test/api/v1", ("ALL_PROXY", proxy.Replace("{credentials}", Credentials, StringComparison.Ordinal)));
        Assert.AreEqual("false", result.Outputs["pushed"], result.Log);
        Assert.IsTrue(result.Log.Contains("SPUSH405", StringComparison.Ordinal), result.Log);
    }

    private static string Credentials => $"me:{Uri.EscapeDataString(Password)}";

    private StepResult Run(string apiUrl, params (string Name, string Value)[] variables) => Run(apiUrl, "60", variables);

    // Where nothing answers, a run tries until its time is over.
    private StepResult RunInVain(string apiUrl, params (string Name, string Value)[] variables) => Run(apiUrl, "2", variables);

    private StepResult Run(string apiUrl, string timeout, (string Name, string Value)[] variables)
    {
        using var step = WorkflowStep.ForPush(_repository).Variables(variables)
            .Inputs(("api-url", apiUrl), ("allow-insecure-api", "true"), ("api-token", "acai_token"), ("timeout", timeout), ("report", "out/report.json"), ("html-report", "out/page.html"));
        var result = step.Run();
        Assert.IsFalse(result.Log.Contains("SPUSH5099", StringComparison.Ordinal), result.Log);
        var shown = result.Log + result.Summary + result.OutputFile;
        Assert.IsFalse(Canary.IsIn(shown, Password), shown);
        Assert.IsEmpty(Canary.FindFiles(Password, _repository.Path, step.Temporary));
        return result;
    }
}
