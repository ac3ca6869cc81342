using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class TokenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DataPath => _folder.PathOf("server.db");

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("local-server.TOKENS.1")]
    public async Task A_request_without_a_valid_token_is_refused()
    {
        using var server = new ServerProcess();
        Assert.AreEqual("""{"errors":{"detail":"Invalid token"}}""", await UnauthorizedAsync(server, new AuthenticationHeaderValue("Bearer", "wrong")));
        Assert.AreEqual("""{"errors":{"detail":"Authorization header required"}}""", await UnauthorizedAsync(server, null));
        Assert.AreEqual("""{"errors":{"detail":"Authorization header must use Bearer scheme"}}""", await UnauthorizedAsync(server, new AuthenticationHeaderValue("Basic", server.Token)));
        Assert.AreEqual("""{"errors":{"detail":"Authorization header must use Bearer scheme"}}""", await UnauthorizedAsync(server, new AuthenticationHeaderValue("bearer", server.Token)));
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.1")]
    [TestCategory("local-server.TOKENS.3")]
    public async Task A_token_is_created_listed_and_revoked_while_the_server_runs()
    {
        using var server = new ServerProcess("--data", DataPath);
        var token = await CreateAsync("--team", "shop", "--scopes", "specs:write,refs:write", "--expires", "2999-12-31");
        StringAssert.Matches(token, TokenPattern);
        server.Use(token);
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);

        var list = await ServerProcess.RunAsync("token", "list", "--data", DataPath);
        Assert.AreEqual(
            string.Join(Environment.NewLine, "1  default  specs:write refs:write impls:write  active", "2  shop  specs:write refs:write  until 2999-12-31T00:00:00Z"), list.Output);

        Assert.AreEqual((0, "", ""), await ServerProcess.RunAsync("token", "revoke", "2", "--data", DataPath));
        Assert.AreEqual("""{"errors":{"detail":"Token has been revoked"}}""", await UnauthorizedAsync(server, new AuthenticationHeaderValue("Bearer", token)));
        list = await ServerProcess.RunAsync("token", "list", "--data", DataPath);
        StringAssert.Contains(list.Output, "2  shop  specs:write refs:write  revoked 2");
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.1")]
    [TestCategory("local-server.TOKENS.3")]
    public async Task A_token_that_has_expired_is_refused()
    {
        var token = await CreateAsync("--expires", "2000-01-01T00:00:00Z");
        using var server = new ServerProcess("--data", DataPath);
        Assert.AreEqual("""{"errors":{"detail":"Token has expired"}}""", await UnauthorizedAsync(server, new AuthenticationHeaderValue("Bearer", token)));
        StringAssert.Contains((await ServerProcess.RunAsync("token", "list", "--data", DataPath)).Output, "expired 2000-01-01T00:00:00Z");
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.3")]
    [DataRow("There is no scope 'all'. The scopes are specs:write, refs:write, impls:write.", "create", "--scopes", "all")]
    [DataRow("'soon' is not a day or moment such as 2030-12-31 or 2030-12-31T18:00:00Z.", "create", "--expires", "soon")]
    [DataRow("There is no token 7. token list shows them.", "revoke", "7")]
    public async Task An_invalid_command_line_is_refused_in_one_line(string error, params string[] arguments)
    {
        var result = await ServerProcess.RunAsync(["token", .. arguments, "--data", DataPath]);
        Assert.AreEqual((1, error), (result.ExitCode, result.Error));
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.2")]
    public async Task Only_the_hash_of_a_token_is_kept()
    {
        var created = await CreateAsync();
        string first;
        using (var server = new ServerProcess([("SPECPUSH_SERVER_TOKEN", "acai_from_the_environment")], "--data", DataPath))
        {
            first = server.Token!;
            Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
        }

        foreach (var file in Directory.EnumerateFiles(_folder.Path))
        {
            var bytes = await File.ReadAllTextAsync(file, Encoding.Latin1);
            Assert.IsFalse(bytes.Contains(created, StringComparison.Ordinal) || bytes.Contains(first, StringComparison.Ordinal), file);
        }
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.6")]
    public async Task A_token_from_the_environment_is_accepted_and_never_printed()
    {
        using var server = new ServerProcess([("SPECPUSH_SERVER_TOKEN", "acai_from_the_environment")], "--data", DataPath);
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
        await server.KillAsync();
        Assert.IsFalse((server.Start + await server.Log).Contains("acai_from", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.6")]
    [TestCategory("local-server.START.1")]
    public async Task The_server_does_not_start_with_a_token_from_the_environment_that_is_no_longer_valid()
    {
        var expired = await CreateAsync("--expires", "2000-01-01T00:00:00Z");
        var revoked = await CreateAsync();
        await ServerProcess.RunAsync("token", "revoke", "2", "--data", DataPath);
        foreach (var (token, reason) in new[] { (expired, "Token has expired"), (revoked, "Token has been revoked") })
        {
            var failure = Assert.ThrowsExactly<InvalidOperationException>(() => new ServerProcess([("SPECPUSH_SERVER_TOKEN", token)], "--data", DataPath));
            StringAssert.EndsWith(failure.Message.Trim(), $"The server cannot accept the token in SPECPUSH_SERVER_TOKEN: {reason}. Set another one.");
        }
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.4")]
    [TestCategory("local-server.PUSH.3")]
    [TestCategory("local-server.REQUEST.5")]
    [DataRow("specs:write")]
    [DataRow("refs:write")]
    [DataRow("impls:write")]
    public async Task A_token_without_the_required_scope_is_refused(string missing)
    {
        var token = await CreateAsync("--scopes", string.Join(' ', new[] { "specs:write", "refs:write", "impls:write" }.Where(scope => scope != missing)));
        using var server = new ServerProcess("--data", DataPath);
        server.Use(token);
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
        var references = new Dictionary<string, string[]> { ["cart.A.1"] = ["a:1"] };
        var (status, body) = await server.PushAsync(Body.Push([Body.Spec()], references));
        Assert.AreEqual((403, $$$"""{"errors":{"detail":"Token missing required scope: {{{missing}}}","status":"FORBIDDEN"}}"""), (status, body.GetRawText()));
        Assert.AreEqual(missing == "specs:write" ? 200 : missing == "refs:write" ? 403 : 200, (await server.PushAsync(Body.Push(references: references))).Status);
        Assert.AreEqual(missing == "impls:write" ? 422 : 403, (await server.PushAsync(Body.Push([Body.Spec(), Body.Spec()], references))).Status, "a duplicate comes after scopes and before impls:write");
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.5")]
    public async Task Two_teams_never_see_each_other()
    {
        var other = await CreateAsync("--team", "other");
        using var server = new ServerProcess([("SPECPUSH_SERVER_TOKEN", "acai_first")], "--data", DataPath);
        var first = (await server.PushAsync(Body.Push([Body.Spec()], new Dictionary<string, string[]> { ["cart.A.1"] = ["a:1"] }, target: "production"))).Body.GetProperty("data");
        server.Use(other);
        Assert.AreEqual("""{"implementations":[],"branches":[]}""", (await server.ContentsAsync()).GetRawText());
        Assert.AreEqual("Parent implementation 'production' not found", (await server.PushAsync(Body.Push([Body.Spec()], parent: "production"))).Body.Detail());
        var second = (await server.PushAsync(Body.Push([Body.Spec(product: "SHOP")], target: "production"))).Body.GetProperty("data");
        Assert.AreEqual(1, second.GetProperty("specs_created").GetInt32());
        Assert.AreNotEqual(first.GetProperty("branch_id").GetString(), second.GetProperty("branch_id").GetString());
        Assert.AreNotEqual(first.GetProperty("implementation_id").GetString(), second.GetProperty("implementation_id").GetString());
        server.Use(server.Token);
        var contents = await server.ContentsAsync();
        Assert.AreEqual("shop", contents.GetProperty("implementations").EnumerateArray().Single().GetProperty("product").GetString());
        Assert.HasCount(1, contents.GetProperty("branches")[0].GetProperty("references").EnumerateObject());
    }

    private static Regex TokenPattern { get; } = new(@"\Aacai_[0-9a-f]{48}\z");

    private async Task<string> CreateAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await ServerProcess.RunAsync(["token", "create", "--data", DataPath, .. arguments]);
        Assert.AreEqual((0, ""), (exitCode, error));
        return output;
    }

    private static async Task<string> UnauthorizedAsync(ServerProcess server, AuthenticationHeaderValue? authorization)
    {
        server.Http.DefaultRequestHeaders.Authorization = authorization;
        var (status, body) = await server.PushAsync("{}");
        Assert.AreEqual(401, status);
        return body.GetRawText();
    }
}
