using System.Net;
using System.Net.Sockets;
using SpecPush.Pushing.Api;

namespace SpecPush.Tests.Pushing;

[TestClass]
public sealed class RetryTests
{
    [TestMethod]
    [TestCategory("pushing.RETRY.1")]
    [DataRow(408)]
    [DataRow(500)]
    [DataRow(502)]
    [DataRow(503)]
    [DataRow(504)]
    public async Task Temporary_failures_are_retried(int status)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(status, "x"), Answer.Error(status, "x"), Answer.Success());
        Assert.IsInstanceOfType<ApiOutcome.Success>(await PushAsync(server.ApiUrl));
        Assert.HasCount(3, server.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.1")]
    public async Task A_broken_connection_is_retried()
    {
        var count = 0;
        await using var server = await ScriptedServer.StartAsync(async (_, context) =>
        {
            if (Interlocked.Increment(ref count) == 1)
            {
                context.Abort();
                return;
            }

            await Answer.Success().WriteAsync(context);
        });
        Assert.IsInstanceOfType<ApiOutcome.Success>(await PushAsync(server.ApiUrl));
        Assert.AreEqual(2, count);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.1")]
    public async Task A_connection_that_breaks_during_the_answer_is_retried()
    {
        await using var server = await ScriptedServer.StartAsync(BreakingOff(), Answer.Success());
        Assert.IsInstanceOfType<ApiOutcome.Success>(await PushAsync(server.ApiUrl));
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.1")]
    public async Task A_connection_that_always_breaks_during_the_answer_is_reported()
    {
        await using var server = await ScriptedServer.StartAsync(BreakingOff());
        var outcome = (ApiOutcome.Unreachable)await PushAsync(server.ApiUrl, seconds: 1);
        StringAssert.StartsWith(outcome.Reason, "the connection broke ");
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.2")]
    public async Task Retry_After_is_honoured_if_the_time_allows()
    {
        var limited = Answer.Error(429, "Rate limit exceeded") with { Headers = [("Retry-After", "1")] };
        await using var server = await ScriptedServer.StartAsync(limited, Answer.Success());
        Assert.IsInstanceOfType<ApiOutcome.Success>(await PushAsync(server.ApiUrl));

        await using var slow = await ScriptedServer.StartAsync(limited with { Headers = [("Retry-After", "3600")] }, Answer.Success());
        Assert.IsInstanceOfType<ApiOutcome.Refused>(await PushAsync(slow.ApiUrl));
        Assert.HasCount(1, slow.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.3")]
    public async Task A_429_without_a_time_is_not_retried_within_a_short_budget()
    {
        // Three hundred milliseconds do not reach the next minute, except at its very end.
        while (DateTime.UtcNow.Second == 59)
        {
            await Task.Delay(100);
        }

        await using var server = await ScriptedServer.StartAsync(Answer.Error(429, "Rate limit exceeded"));
        Assert.IsInstanceOfType<ApiOutcome.Refused>(await PushAsync(server.ApiUrl, seconds: 0.3));
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.4")]
    public async Task A_refused_connection_is_retried_only_in_ci()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)reserved.LocalEndpoint).Port}/");
        reserved.Stop();

        using var attempts = new RequestCount(address.Port);
        var refused = (ApiOutcome.Unreachable)await PushAsync(address, seconds: 30);
        Assert.AreEqual(("the connection was refused", 1), (refused.Reason, attempts.Total));

        var waiting = PushAsync(address, seconds: 30, retryUnreachable: true);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (attempts.Total == 1)
        {
            await Task.Delay(10, patience.Token);
        }

        var late = new TcpListener(IPAddress.Loopback, address.Port);
        late.Start();
        using var client = await late.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        late.Stop();
        Assert.IsInstanceOfType<ApiOutcome.Refused>(await waiting);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.4")]
    public async Task An_unknown_host_is_reported()
    {
        var unknown = (ApiOutcome.Unreachable)await PushAsync(new Uri("http://no-such-host.invalid/"));
        Assert.AreEqual("the host name is unknown", unknown.Reason);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.5")]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(403)]
    [DataRow(422)]
    public async Task Other_answers_are_not_retried(int status)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(status, "x"), Answer.Success());
        Assert.IsInstanceOfType<ApiOutcome.Refused>(await PushAsync(server.ApiUrl));
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.6")]
    public async Task A_server_that_does_not_answer_takes_no_more_time_than_the_budget()
    {
        await using var server = await ScriptedServer.StartAsync(static (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var outcome = (ApiOutcome.OutOfTime)await PushAsync(server.ApiUrl, seconds: 0.5);
        Assert.AreEqual(TimeSpan.FromSeconds(0.5), outcome.Budget);
        Assert.HasCount(1, server.Requests, "an early retry would overlap a push that is still at work");
    }

    [TestMethod]
    [TestCategory("pushing.RETRY.6")]
    public async Task A_spent_budget_sends_nothing()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        var budget = new TimeBudget(TimeSpan.FromSeconds(5), spentBefore: TimeSpan.FromSeconds(5), TimeProvider.System);
        using var connection = new ApiConnection(server.ApiUrl, "token", budget, retryUnreachable: false);
        var outcome = (ApiOutcome.OutOfTime)await connection.PushAsync("{}"u8.ToArray(), CancellationToken.None);
        Assert.AreEqual((TimeSpan.FromSeconds(5), TimeSpan.Zero), (outcome.Budget, outcome.Left));
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    [TestCategory("build.FAILURE.5")]
    public async Task Cancelling_ends_the_waiting()
    {
        await using var server = await ScriptedServer.StartAsync(static (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var budget = new TimeBudget(TimeSpan.FromMinutes(5), TimeSpan.Zero, TimeProvider.System);
        using var connection = new ApiConnection(server.ApiUrl, "token", budget, retryUnreachable: true);
        await Assert.ThrowsAsync<OperationCanceledException>(() => connection.PushAsync("{}"u8.ToArray(), cancellation.Token));
    }

    private static Answer BreakingOff() => Answer.Success() with { Headers = [("Content-Length", "100000")], IsBrokenOff = true };

    private static async Task<ApiOutcome> PushAsync(Uri apiUrl, double seconds = 20, bool retryUnreachable = false)
    {
        using var connection = new ApiConnection(apiUrl, "token", new TimeBudget(TimeSpan.FromSeconds(seconds), TimeSpan.Zero, TimeProvider.System), retryUnreachable);
        return await connection.PushAsync("{}"u8.ToArray(), CancellationToken.None);
    }
}
