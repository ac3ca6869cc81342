using System.Net.Sockets;
using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reliability;

/// <summary>Who opens a pipe waits for somebody to write, and some devices never end. One may be where any file is expected.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public sealed class SpecialFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Files =
    [
        "features/cart.feature.yaml", "lib/stray.feature.yaml", "src/Cart.cs", ".env", "tests/T.csproj", "baseline.txt", "jobs/one.specpush", "bin/tests.dll", "bin/SpecPush.Testing.pdb",
        ".git/refs/remotes/origin/HEAD", "event.json",
    ];

    [TestMethod]
    [TestCategory("reliability.INPUT.2")]
    [DataRow("pipe", false)]
    [DataRow("pipe", true)]
    [DataRow("pipe with a writer", false)]
    [DataRow("device", false)]
    [DataRow("device", true)]
    [DataRow("socket", false)]
    [DataRow("link to a pipe", false)]
    [DataRow("link to a pipe", true)]
    public async Task Nothing_waits_for_it(string kind, bool isInCi)
    {
        await using var fixture = await RunFixture.StartAsync();
        foreach (var file in Files.Where(static file => !file.StartsWith(".git", StringComparison.Ordinal)))
        {
            fixture.Repository.Write(file, "text");
        }

        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { Mode = "Check", Baseline = "baseline.txt", Collected = "jobs/one.specpush", Assemblies = "bin/*.dll" };
        File.Copy(typeof(Command).Assembly.Location, Path.Combine(fixture.Repository.Path, "bin/SpecPush.Testing.dll"));
        if (isInCi)
        {
            fixture.Environment["GITHUB_ACTIONS"] = "true";
            fixture.Environment["GITHUB_EVENT_PATH"] = Path.Combine(fixture.Repository.Path, "event.json");
        }

        var open = Files.Select(file => Replace(Path.Combine(fixture.Repository.Path, file), kind)).ToArray();
        await CheckAsync(fixture);
        Array.ForEach(open, static special => special?.Dispose());
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.2")]
    public async Task Nor_in_the_state_folder()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Build = "build";
        await fixture.RunAndSendAsync(1);
        var files = Directory.GetFiles(fixture.Repository.StatePath, "*", SearchOption.AllDirectories).Append(Path.Combine(fixture.Repository.StatePath, "manifests", "odd.manifest.json"));
        foreach (var file in files)
        {
            Replace(file, "pipe");
            await CheckAsync(fixture);
            File.Delete(file);
        }
    }

    private static async Task CheckAsync(RunFixture fixture)
    {
        var result = await Task.Run(() => fixture.RunAsync()).WaitAsync(Patience);
        Assert.IsFalse(result.Report.Findings.Any(static finding => finding.Code == "SPUSH5099"), string.Join('\n', result.Report.Findings));
    }

    private static IDisposable? Replace(string file, string kind)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        switch (kind)
        {
            case "socket":
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                socket.Bind(new UnixDomainSocketEndPoint(file));
                return socket;
            case "device":
                // The number of the one that has zeros without end, on Linux.
                Make("mknod", file, "c", "1", "5");
                return null;
            case "link to a pipe":
                Make("mkfifo", file + ".pipe");
                File.CreateSymbolicLink(file, file + ".pipe");
                return null;
            case "pipe with a writer":
                Make("mkfifo", file);
                return new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
            default:
                Make("mkfifo", file);
                return null;
        }
    }

    private static void Make(string program, string file, params string[] rest)
    {
        if (Command.Run("/", program, [file, .. rest]).ExitCode != 0)
        {
            Assert.Inconclusive($"{program} failed: only root may make a device.");
        }
    }
}
