using SpecPush.Settings;

namespace SpecPush.Actions.Tests.Hostile;

/// <summary>What a checkout can say about where a token goes: the step sends it where its inputs say.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ElsewhereTests : IAsyncDisposable
{
    private HostileCheckout _checkout = null!;

    private string Elsewhere => _checkout.Elsewhere.ApiUrl.ToString();

    [TestInitialize]
    public async Task CreateAsync() => _checkout = await HostileCheckout.CreateAsync();

    public ValueTask DisposeAsync() => _checkout.DisposeAsync();

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.1")]
    [TestCategory("action.SAFE.5")]
    public void Files_of_the_checkout_do_not_send_the_token_elsewhere()
    {
        _checkout.Repository.Write(".env", $"ACAI_API_TOKEN=acai_own\nACAI_API_BASE_URL={Elsewhere}\nHTTP_PROXY={Elsewhere}\nGITHUB_API_URL={Elsewhere}\n");
        _checkout.Repository.Write("specpush.json", $$"""{ "api-url": "{{Elsewhere}}", "allow-insecure-api": true }""");
        _checkout.Repository.Write("Directory.Build.props", $"<Project><PropertyGroup><SpecPushApiUrl>{Elsewhere}</SpecPushApiUrl></PropertyGroup></Project>");
        _checkout.Repository.Write("features/.env", $"ACAI_API_BASE_URL={Elsewhere}\n");
        _checkout.Commit();
        AssertSentToTheServerAlone();

        // On a developer's machine the first of these files counts, with the token in it.
        Assert.AreEqual(Elsewhere, LocalSettingsFile.AddTo(EnvironmentVariables.Empty, _checkout.Repository.Path)["ACAI_API_BASE_URL"]);
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.1")]
    [DataRow("url.{elsewhere}.insteadOf", "{server}")]
    [DataRow("url.{elsewhere}.insteadOf", "http://")]
    [DataRow("http.proxy", "{elsewhere}")]
    [DataRow("http.{server}.proxy", "{elsewhere}")]
    [DataRow("http.{server}.followRedirects", "true")]
    public void Git_configuration_does_not_send_the_token_elsewhere(string key, string value)
    {
        _checkout.Commit();
        _checkout.Configure((Fill(key), Fill(value)));
        AssertSentToTheServerAlone();
        if (!key.EndsWith("followRedirects", StringComparison.Ordinal))
        {
            _checkout.Git("ls-remote", _checkout.Server.ApiUrl.ToString());
            Assert.IsNotEmpty(_checkout.Elsewhere.Requests, "git is not sent elsewhere either, so this shows nothing");
        }
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.1")]
    [DataRow("remote.origin.url", "{elsewhere}")]
    [DataRow("remote.origin.url", "https://user:password@[::1]/x/y\n")]
    [DataRow("remote.origin.pushurl", "{elsewhere}")]
    [DataRow("remote.http://x/.url", "{elsewhere}")]
    [DataRow("branch.work.remote", "{elsewhere}")]
    public void Remotes_do_not_send_the_token_elsewhere(string key, string value)
    {
        _checkout.Commit();
        _checkout.Configure((key, Fill(value)));
        AssertSentToTheServerAlone();
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.3")]
    public void A_work_tree_of_the_configuration_is_not_read()
    {
        var outside = Path.Combine(_checkout.Outside, "private");
        Directory.CreateDirectory(Path.Combine(outside, "features"));
        File.WriteAllText(Path.Combine(outside, "features", "cart.feature.yaml"), "feature:\n  name: cart\n  product: shop\ncomponents:\n  A:\n    1: not for everybody\n");
        _checkout.Commit();
        _checkout.Configure(("core.worktree", outside));
        using var step = _checkout.CreateStep();
        step.Run();
        StringAssert.Contains(_checkout.Git("status").Output, "deleted:", "git does not look there either, so this shows nothing");
        Assert.IsFalse(_checkout.Server.Requests.Any(static request => request.Json.GetRawText().Contains("not for everybody", StringComparison.Ordinal)));
    }

    private string Fill(string text) => text.Replace("{elsewhere}", Elsewhere, StringComparison.Ordinal).Replace("{server}", _checkout.Server.ApiUrl.ToString(), StringComparison.Ordinal);

    private void AssertSentToTheServerAlone()
    {
        using var step = _checkout.CreateStep();
        var result = step.Run();
        Assert.AreEqual("true", result.Outputs["pushed"], result.Log);
        Assert.AreEqual($"Bearer {HostileCheckout.Token}", _checkout.Server.Requests.Single().Headers["Authorization"]);
        Assert.IsEmpty(_checkout.Elsewhere.Requests);
    }
}
