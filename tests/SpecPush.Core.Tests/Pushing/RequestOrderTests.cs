using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Pushing;

[TestClass]
public sealed class RequestOrderTests
{
    [TestMethod]
    [TestCategory("pushing.REQUEST.2")]
    [TestCategory("push-planning.LIMITS.2")]
    public async Task Requests_are_sent_one_after_another()
    {
        var (running, most) = (0, 0);
        await using var server = await ScriptedServer.StartAsync(async (_, context) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(20);
            Interlocked.Decrement(ref running);
            await Answer.Success().WriteAsync(context);
        });
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("docs/all.md", string.Concat(Enumerable.Range(1, 12_000).Select(static number => $"elsewhere.A.{number}\n")));
        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { ApiUrl = server.ApiUrl.ToString() };
        Assert.IsTrue((await fixture.RunAsync()).Report.Pushed);
        Assert.HasCount(4, server.Requests);
        Assert.AreEqual(1, most);
        var acids = server.Requests.SelectMany(static request => request.Json.GetProperty("references").GetProperty("data").EnumerateObject().Select(static acid => acid.Name)).ToArray();
        CollectionAssert.AllItemsAreUnique(acids);
        Assert.HasCount(12_001, acids);
    }

    [TestMethod]
    [TestCategory("text-references.FILES.5")]
    public async Task Excluded_files_refer_to_nothing()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Exclude = "src/**/*.cs", Mode = "Check" };
        Assert.AreEqual(0, (await fixture.RunAsync()).Report.Coverage.Single().WithReferences);
    }
}
