using System.Diagnostics;
using System.Net;
using SpecPush.Run;

namespace SpecPush.Tests.Reliability;

[TestClass]
public sealed class FaultTests
{
    private const string Document = "docs/reliability.md";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [TestCategory("reliability.FAULTS.1")]
    [TestCategory("reliability.FAULTS.2")]
    [TestCategory("reliability.FAULTS.3")]
    [TestCategory("reliability.FAULTS.4")]
    [TestCategory("reliability.FAULTS.5")]
    [TestCategory("reliability.FAULTS.6")]
    [TestCategory("reliability.FAULTS.7")]
    public async Task Every_fault_is_named_and_the_next_run_completes_the_push()
    {
        using var server = ServerProcess.WithKnownToken();
        using var small = new FaultCheckout(isLarge: false);
        using var large = new FaultCheckout(isLarge: true);
        var undisturbed = new Dictionary<FaultCheckout, string> { [small] = await PushUndisturbedAsync(server, small, "small"), [large] = await PushUndisturbedAsync(server, large, "large") };
        var rows = new List<FaultRow>();
        foreach (var (index, fault) in Faults.All.Index())
        {
            var checkout = fault.IsLarge ? large : small;
            var time = Stopwatch.StartNew();
            rows.Add(await TryAsync(server, checkout, fault, $"fault-{index}", undisturbed[checkout]));
            TestContext.WriteLine($"{time.ElapsedMilliseconds,6} ms  {fault.Name}");
        }

        var document = SourceTree.Read(Document);
        Expected.AreEqual(Document, FaultRow.Replace(document, rows));
    }

    private static async Task<string> PushUndisturbedAsync(ServerProcess server, FaultCheckout checkout, string name)
    {
        Assert.IsTrue((await checkout.RunAsync(name, new Uri(server.ApiUrl), new SkippingTime(), default)).Report.Pushed);
        return await FaultCheckout.ReadAsync(server, name);
    }

    private static async Task<FaultRow> TryAsync(ServerProcess server, FaultCheckout checkout, Fault fault, string name, string undisturbed)
    {
        var address = fault.Name.Contains("IPv6", StringComparison.Ordinal) ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        using var proxy = new FaultyProxy(new Uri(server.ApiUrl), address);
        using var elsewhere = new FaultyProxy(new Uri(server.ApiUrl), IPAddress.Loopback);
        using var cancellation = new CancellationTokenSource();
        var scene = new Scene(proxy, elsewhere, new SkippingTime(), cancellation);
        proxy.Fault = connection => fault.Behaviour is { } behaviour && fault.Hits(proxy.Connections) ? behaviour(scene, connection) : connection.PassOnAsync();
        if (fault.Listens)
        {
            proxy.Listen();
        }

        elsewhere.Listen();
        fault.Before?.Invoke(scene);

        var result = await RunAsync(checkout, name, fault.Address?.Invoke(scene) ?? proxy.UrlFor("http"), scene);
        var requests = proxy.Connections;
        var held = await FaultCheckout.ReadAsync(server, name);
        Assert.AreEqual(0, elsewhere.Connections, $"{fault.Name}: something was sent to another address");
        Assert.IsLessThanOrEqualTo(TimeSpan.FromSeconds(20.5), scene.Time.Elapsed, fault.Name);

        Mend(scene);
        var next = await checkout.RunAsync(name, proxy.UrlFor("http"), scene.Time, default);
        Assert.IsTrue(next.Report.Pushed, $"{fault.Name}: {Texts(next)}");
        var sentByNext = proxy.Connections - requests;
        Assert.AreEqual(undisturbed, await FaultCheckout.ReadAsync(server, name), $"{fault.Name}: the server does not hold what an undisturbed push leaves");
        Assert.IsTrue((await checkout.RunAsync(name, proxy.UrlFor("http"), scene.Time, default)).Report.Pushed, fault.Name);
        Assert.AreEqual(requests + sentByNext, proxy.Connections, $"{fault.Name}: a third run sent something");
        return new FaultRow(fault, result is null ? "" : FaultRow.Mask(Texts(result), scene, fault, name), requests, held == undisturbed ? "all" : held.Length == 0 ? "nothing" : "a part", sentByNext);
    }

    private static async Task<RunResult?> RunAsync(FaultCheckout checkout, string name, Uri address, Scene scene)
    {
        try
        {
            var result = await checkout.RunAsync(name, address, scene.Time, scene.Cancellation.Token);
            Assert.IsFalse(Texts(result).Contains(ServerProcess.KnownToken, StringComparison.Ordinal));
            Assert.IsFalse(scene.Cancellation.IsCancellationRequested, "a cancelled run must not end as if it were complete");
            return result;
        }
        catch (OperationCanceledException) when (scene.Cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // A minute later, because local runs wait that long after a failure.
    private static void Mend(Scene scene)
    {
        scene.Proxy.Fault = null;
        scene.Proxy.Certificate = null;
        scene.Proxy.Listen();
        scene.Time.Advance(TimeSpan.FromSeconds(61));
    }

    // Every row with a finding also has the line that says that not everything was pushed.
    private static string Texts(RunResult result)
    {
        var findings = result.Report.Findings.Where(static finding => finding.Severity > Findings.Severity.Message).Select(static finding => $"{finding.Code}: {finding.Message}").ToArray();
        return string.Join("<br>", [.. findings.Length == 0 || result.Report.Pushed ? result.Lines : [], .. findings.Take(2), .. findings.Length > 2 ? (string[])[$"and {findings.Length - 2} more"] : []]);
    }
}
