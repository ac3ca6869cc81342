using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class LifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DataPath => _folder.PathOf("data/server.db");

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("local-server.TOKENS.2")]
    [TestCategory("local-server.DURABILITY.1")]
    public async Task The_token_is_printed_once_and_what_was_pushed_is_there_after_a_restart()
    {
        string token;
        using (var first = new ServerProcess("--data", DataPath))
        {
            token = first.Token!;
            StringAssert.StartsWith(token, "acai_");
            Assert.AreEqual(200, (await first.PushAsync(Body.Push([Body.Spec()]))).Status);
        }

        using var second = new ServerProcess("--data", DataPath);
        Assert.IsNull(second.Token);
        second.Use(token);
        Assert.AreEqual(1, (await second.ContentsAsync()).GetProperty("branches").GetArrayLength());
    }

    [TestMethod]
    [TestCategory("local-server.DURABILITY.2")]
    public async Task Pushes_acknowledged_before_a_kill_are_stored_and_none_incompletely()
    {
        (string Name, string Value)[] environment = [("SPECPUSH_SERVER_TOKEN", "acai_fixed"), ("RateLimit__Requests", "100000")];
        var acknowledged = new List<int>();
        using (var server = new ServerProcess(environment, "--data", DataPath))
        {
            var pushing = Task.Run(async () =>
            {
                for (var number = 0; ; number++)
                {
                    var request = Body.Push([Body.Spec($"f{number}")], new Dictionary<string, string[]> { [$"f{number}.A.1"] = ["a:1"] }, branch: $"b{number}");
                    if ((await server.PushAsync(request)).Status == 200)
                    {
                        acknowledged.Add(number);
                    }
                }
            });
            while (acknowledged.Count < 50)
            {
                await Task.Delay(10);
            }

            await server.KillAsync();
            await Assert.ThrowsAsync<HttpRequestException>(() => pushing);
        }

        using var restarted = new ServerProcess(environment, "--data", DataPath);
        var branches = (await restarted.ContentsAsync()).GetProperty("branches").EnumerateArray().ToDictionary(
            static branch => int.Parse(branch.GetProperty("branch_name").GetString()![1..], CultureInfo.InvariantCulture));
        CollectionAssert.IsSubsetOf(acknowledged, branches.Keys);
        Assert.IsTrue(branches.Values.All(static branch => branch.GetProperty("specs").GetArrayLength() == 1 && branch.GetProperty("references").EnumerateObject().Count() == 1));
    }

    [TestMethod]
    [TestCategory("local-server.DURABILITY.3")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // Windows has no signal that another process can send.
    public async Task A_signal_ends_it_cleanly()
    {
        using var server = new ServerProcess("--data", DataPath);
        Assert.AreEqual(200, (await server.PushAsync(Body.Push([Body.Spec()]))).Status);
        Command.Run(_folder.Path, "kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).Succeeded();
        Assert.AreEqual(0, await server.WaitForExitAsync());
        CollectionAssert.AreEqual(new[] { DataPath }, Directory.GetFiles(Path.GetDirectoryName(DataPath)!), "the write-ahead log was not merged");
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.2")]
    public async Task The_first_token_is_printed_even_if_the_address_is_in_use()
    {
        using var other = new ServerProcess();
        var (exitCode, output, _) = await ServerProcess.RunAsync("--data", DataPath, "--urls", other.Http.BaseAddress!.ToString());
        Assert.AreEqual(1, exitCode);

        using var server = new ServerProcess("--data", DataPath);
        Assert.IsNull(server.Token);
        server.Use(output.Split("Token: ")[1].Trim());
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.2")]
    [DataRow("")]
    [DataRow(" ")]
    public void An_empty_variable_is_not_a_token(string value)
    {
        using var server = new ServerProcess([("SPECPUSH_SERVER_TOKEN", value)]);
        StringAssert.StartsWith(server.Token, "acai_");
    }

    [TestMethod]
    [TestCategory("local-server.START.1")]
    public async Task A_failure_to_start_is_explained_in_one_line()
    {
        var file = _folder.Write("text.db", "This is no database, but long enough to be looked at as one.");
        await FailsAsync("The database cannot be used: SQLite Error 26: 'file is not a database'. Choose another file with --data, or --memory.", "--data", file);

        // Every system has a different message for a folder whose name a file already has.
        var (exitCode, _, error) = await ServerProcess.RunAsync("--data", Path.Combine(file, "server.db"));
        Assert.AreEqual(1, exitCode);
        StringAssert.Contains(error, file);
        StringAssert.EndsWith(error, " Choose another address with --urls or another file with --data.");
        await FailsAsync("--urls is not a valid address: Invalid url: 'nowhere'", "--memory", "--urls", "nowhere");
        await FailsAsync(
            "The server cannot listen on https://localhost:4001: it speaks only http. Choose an http address with --urls; a proxy can add https.", "--memory", "--urls", "https://localhost:4001");
        foreach (var address in (string[])["http://192.0.2.1:4000", "http://localhost:99999"])
        {
            var (code, _, reason) = await ServerProcess.RunAsync("--memory", "--urls", address);
            Assert.AreEqual(1, code);
            StringAssert.StartsWith(reason, $"The server cannot listen on {address}: ");
            Assert.IsFalse(reason.Contains('\n'), reason);
        }

        await FailsAsync("There is no switch '--memroy'. --help lists them.", "--memroy");
        using var other = new ServerProcess();
        await FailsAsync(
            $"Failed to bind to address {other.Http.BaseAddress!.ToString().TrimEnd('/')}: address already in use. Choose another address with --urls or another file with --data.",
            "--memory", "--urls", other.Http.BaseAddress.ToString());
    }

    [TestMethod]
    [TestCategory("local-server.START.2")]
    public async Task Without_an_address_it_listens_only_on_this_machine()
    {
        // The address that the server needs is in use, by this test or by another program.
        using var taken = new TcpListener(IPAddress.Loopback, 4000);
        try
        {
            taken.Start();
        }
        catch (SocketException)
        {
        }

        await FailsAsync(
            "Failed to bind to address http://127.0.0.1:4000: address already in use. Choose another address with --urls or another file with --data.", "--memory");
    }

    [TestMethod]
    [TestCategory("local-server.LOG.1")]
    public async Task Rejections_are_logged_without_token_and_payload()
    {
        using var server = new ServerProcess();
        await server.PushAsync(Body.Push([Body.Spec("secret feature")]));
        await server.PushAsync("""{"secret":1}""");
        await server.KillAsync();
        var log = await server.Log;
        StringAssert.Contains(log, "Rejected a push with 422 UNPROCESSABLE_ENTITY");
        StringAssert.Contains(log, "Rejected a push with 422 SCHEMA");
        Assert.IsFalse(log.Contains(server.Token!, StringComparison.Ordinal));
        Assert.IsFalse(log.Contains("secret", StringComparison.Ordinal));
    }

    private static async Task FailsAsync(string error, params string[] arguments)
    {
        var result = await ServerProcess.RunAsync(arguments);
        Assert.AreEqual((1, error), (result.ExitCode, result.Error));
    }
}
