using System.Globalization;
using SpecPush.Checkout;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.Settings;
using SpecPush.Tests.References.Manifests;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reliability;

/// <summary>Files that end early, at every length, and the runs after that.</summary>
[TestClass]
public sealed class TruncationTests
{
    [TestMethod]
    [TestCategory("reliability.STATE.1")]
    [TestCategory("reliability.STATE.4")]
    public async Task A_file_that_ends_early_says_nothing()
    {
        await using var fixture = await StartAsync();
        var state = new StateOf(fixture);
        Assert.IsTrue(state.IsWhole);
        var lengths = 0;
        foreach (var file in state.Files)
        {
            var content = await File.ReadAllBytesAsync(file);
            for (var length = 0; length < content.Length; length++, lengths++)
            {
                await File.WriteAllBytesAsync(file, content[..length]);
                // Lines that are still there may be used.
                Assert.IsTrue(!state.IsWhole || file.EndsWith(".txt", StringComparison.Ordinal), $"{file} with {length} of {content.Length} bytes");
                Assert.IsTrue(state.ClaimsNothingNew, $"{file} with {length} of {content.Length} bytes");
            }

            await File.WriteAllBytesAsync(file, content);
            Assert.IsTrue(state.IsWhole, file);
        }

        Console.WriteLine($"{lengths} lengths.");
    }

    [TestMethod]
    [TestCategory("reliability.STATE.1")]
    public void A_manifest_that_ends_early_is_named_and_not_used()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tests/A.cs", "// cart.LINES.1\n");
        ManifestFile.Write(folder.Path, Manifest.From(folder, "tests/T.csproj", ["tests/A.cs"], [Manifest.Test("tests/A.cs", 1, 1, 1, "cart.LINES.1")]));
        var file = Directory.GetFiles(folder.Path).Single();
        var content = File.ReadAllBytes(file);
        for (var length = 0; length < content.Length; length++)
        {
            File.WriteAllBytes(file, content[..length]);
            var read = ManifestFile.ReadAll(folder.Path);
            Assert.IsTrue(read is { Manifests.IsEmpty: true, Findings.Length: 1 }, $"{length} of {content.Length} bytes");
        }
    }

    // At lengths that are spread over each file: a whole run after each, which has to push what is new and nothing more than once.
    [TestMethod]
    [TestCategory("reliability.STATE.1")]
    [TestCategory("reliability.STATE.4")]
    public async Task A_run_after_it_pushes_what_the_server_does_not_have()
    {
        var runs = int.Parse(Environment.GetEnvironmentVariable("SPECPUSH_ROUNDS") ?? "2", CultureInfo.InvariantCulture);
        await using var fixture = await StartAsync();
        var line = 0;
        foreach (var file in new StateOf(fixture).Files)
        {
            var whole = (await File.ReadAllBytesAsync(file)).Length;
            var step = Math.Max(1, whole / runs);
            for (var length = 0; length < whole; length += step)
            {
                fixture.Repository.Write("src/Cart.cs", $"{new string('\n', ++line)}// cart.LINES.1\n");
                await fixture.RunAndSendAsync(1);
                var content = await File.ReadAllBytesAsync(file);
                await File.WriteAllBytesAsync(file, content[..Math.Min(length, content.Length)]);
                fixture.Repository.Write("src/Cart.cs", $"{new string('\n', ++line)}// cart.LINES.1\n");
                Assert.IsTrue((await fixture.RunAndSendAsync(1)).Report.Pushed, $"{file} with {length} of {content.Length} bytes");
                content = await File.ReadAllBytesAsync(file);
                await File.WriteAllBytesAsync(file, content[..Math.Min(length, content.Length)]);
                var before = fixture.Server.Requests.Count;
                Assert.IsTrue((await fixture.RunAsync()).Report.Pushed, $"{file} with {length} of {content.Length} bytes");
                Assert.IsLessThanOrEqualTo(1, fixture.Server.Requests.Count - before);
            }
        }
    }

    private static async Task<RunFixture> StartAsync()
    {
        var fixture = await RunFixture.StartAsync();
        fixture.Settings = fixture.Settings with { Mode = "Push" };
        fixture.Build = "build";
        await fixture.RunAndSendAsync(1);
        fixture.Build = null;
        return fixture;
    }

    /// <summary>What the files of a state folder say that could make a run leave something out.</summary>
    private sealed class StateOf
    {
        // A run is looked for by all of its name, so a part of it claims nothing.
        private const int WholeHash = 64;

        private readonly StateDirectory _state;
        private readonly PushSettings _settings;
        private readonly PushContext _context;
        private readonly TextMemory _texts;
        private readonly Said _whole;

        public StateOf(RunFixture fixture)
        {
            _state = new StateDirectory(fixture.Repository.StatePath);
            _settings = SettingsReader.Read(new RawSettings { ApiUrl = fixture.Server.ApiUrl.ToString() }, EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty).Settings!;
            _context = new PushContext { Provider = "git", Explanation = "", RepoUri = "github.com/my-org/my-repo", Branch = "main" };
            _texts = new TextMemory(_state.TextsPath, $"{ProductVersion.Text}\ncart.LINES");
            _whole = Read();
            Files = [.. Directory.GetFiles(fixture.Repository.StatePath, "*", SearchOption.AllDirectories).Where(static file => new FileInfo(file).Length > 0).Order(StringComparer.Ordinal)];
        }

        public string[] Files { get; }

        /// <summary>Whether every file says what it said.</summary>
        public bool IsWhole => Read() is var now && now.HasAll && now.Claims.SetEquals(_whole.Claims);

        /// <summary>Whether no file says more than it said.</summary>
        public bool ClaimsNothingNew => Read().Claims.IsSubsetOf(_whole.Claims);

        private Said Read()
        {
            var push = _state.ReadPush(_settings, _context);
            var run = _state.ReadLastRun();
            var report = run is null ? null : _state.ReadWholeReport(run);
            var session = _state.ReadSession("build").Save();
            var texts = _texts.Read();
            var claims = new HashSet<string>(StringComparer.Ordinal);
            claims.UnionWith(push?.Fingerprints ?? []);
            claims.UnionWith(run is null ? [] : [run.Key]);
            claims.UnionWith(report is null ? [] : [$"report {report.Pushed} {report.Coverage.Length}"]);
            claims.UnionWith(session.Split('\n').Where(static line => line.StartsWith("completed ", StringComparison.Ordinal) && line.Length == "completed ".Length + WholeHash));
            claims.UnionWith(texts.Select(static text => $"{text.Key} {string.Join(' ', text.Value.Select(static reference => reference.ToString()))}"));
            return new Said(claims, push is not null && run is not null && report is not null && texts.Count > 0);
        }

        private sealed record Said(HashSet<string> Claims, bool HasAll);
    }
}
