using System.Globalization;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class LifeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("specpush server ü ").FullName;

    private string DataPath => Path.Combine(_folder, "data", "server.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
        second.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.AreEqual(1, (await second.ContentsAsync()).GetProperty("branches").GetArrayLength());
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            Assert.IsFalse((await reader.ReadToEndAsync()).Contains(token, StringComparison.Ordinal), file);
        }
    }

    [TestMethod]
    [TestCategory("local-server.DURABILITY.2")]
    public async Task What_was_acknowledged_before_a_kill_is_there_and_nothing_is_half_written()
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
    [TestCategory("local-server.LIMITS.2")]
    public async Task Too_many_pushes_in_a_window_are_refused_with_the_time_to_wait()
    {
        using var server = new ServerProcess([("RateLimit__Requests", "2"), ("RateLimit__Seconds", "3600")]);
        Assert.AreEqual(401, await UnauthorizedAsync(server));
        Assert.AreEqual(422, (await server.PushAsync("{}")).Status);
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
        using var content = new StringContent(Body.Push());
        using var response = await server.Http.PostAsync(new Uri("api/v1/push", UriKind.Relative), content);
        Assert.AreEqual(429, (int)response.StatusCode);
        Assert.AreEqual("""{"errors":{"detail":"Rate limit exceeded","status":"TOO_MANY_REQUESTS"}}""", await response.Content.ReadAsStringAsync());
        Assert.IsGreaterThan(TimeSpan.Zero, response.Headers.RetryAfter!.Delta!.Value);
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
        StringAssert.Contains(log, "422");
        Assert.IsFalse(log.Contains(server.Token!, StringComparison.Ordinal));
        Assert.IsFalse(log.Contains("secret feature", StringComparison.Ordinal));
    }

    private static async Task<int> UnauthorizedAsync(ServerProcess server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/push") { Content = new StringContent(Body.Push()) };
        request.Headers.Authorization = new("Bearer", "wrong");
        using var response = await server.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
