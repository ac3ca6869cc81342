using System.Text.RegularExpressions;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed partial class LoadTests : ServerTest
{
    [TestMethod]
    [TestCategory("local-server.CONCURRENCY.1")]
    public async Task Thirty_two_clients_on_a_new_branch_lose_nothing()
    {
        const int Clients = 32;
        const int Pushes = 10;
        var created = await Task.WhenAll(Enumerable.Range(1, Clients).Select(async client =>
        {
            var count = 0;
            for (var push = 1; push <= Pushes; push++)
            {
                var data = await TakenAsync(Body.Push(
                    [Body.Spec("shared"), Body.Spec($"own-{client}-{push}")],
                    new Dictionary<string, string[]> { [$"shared.A.{(client * 100) + push}"] = [$"src/{client}.cs:{push}"] }));
                count += data.GetProperty("specs_created").GetInt32();
            }

            return count;
        }));
        Assert.AreEqual((Clients * Pushes) + 1, created.Sum());
        var branch = await BranchAsync();
        Assert.AreEqual((Clients * Pushes) + 1, branch.GetProperty("specs").GetArrayLength());
        Assert.HasCount(Clients * Pushes, branch.GetProperty("references").EnumerateObject());
        Assert.AreEqual(1, (await Server.ContentsAsync()).GetProperty("implementations").GetArrayLength());
    }

    [TestMethod]
    [TestCategory("local-server.PUSH.1")]
    [TestCategory("local-server.REQUEST.1")]
    public async Task The_same_requests_are_answered_the_same_by_another_server()
    {
        var first = await AnswersAsync(Server);
        using var another = new ServerProcess([("RateLimit__Requests", "1000")]);
        CollectionAssert.AreEqual(first, await AnswersAsync(another));
        CollectionAssert.AreEqual(await AnswersAsync(another), await AnswersAsync(another), "a server that has them all answers the same each time");
    }

    private static async Task<string[]> AnswersAsync(PushServer server)
    {
        string[] requests =
        [
            Body.Push(),
            Body.Push([Body.Spec(requirements: 3), Body.Spec("stock")], new Dictionary<string, string[]> { ["cart.A.1"] = ["src/a.cs:1", "tests/b.cs:2"], ["stock.A.1"] = [] }),
            Body.Push([Body.Spec("depot-hall", "depot")], target: "depot-main"),
            Body.Push([Body.Spec()], branch: "work", parent: "main"),
            Body.Push(references: new Dictionary<string, string[]> { ["cart.A.1"] = ["src/a.cs:1"] }, isOverride: true, branch: "loose"),
            Body.Push([Body.Spec(version: "1")]),
            Body.Push([Body.Spec()], target: "other"),
            """{"specs":[{}],"references":{"data":{"x":[{}]}},"extra":null}""",
            "[]",
            "{",
        ];
        var answers = new List<string>();
        foreach (var request in requests)
        {
            var (status, body) = await server.PushAsync(request);
            answers.Add($"{status} {Identifier.Replace(body.GetRawText(), "…")}");
        }

        return [.. answers];
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifier { get; }
}
