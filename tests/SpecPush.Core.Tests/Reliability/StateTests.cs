using System.Text;
using System.Text.Json.Nodes;
using SpecPush.Findings;
using SpecPush.Run;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reliability;

/// <summary>State is optional: whatever happens to its files, a run pushes what the server does not have, and at most once more than needed.</summary>
[TestClass]
public sealed class StateTests
{
    private static readonly Dictionary<string, Action<string>> Damages = new()
    {
        ["deleted"] = File.Delete,
        ["empty"] = static file => File.WriteAllBytes(file, []),
        ["cut off after a byte"] = static file => Cut(file, static _ => 1),
        ["cut off in the middle"] = static file => Cut(file, static length => length / 2),
        ["cut off before its last byte"] = static file => Cut(file, static length => Math.Max(0, length - 1)),
        ["zeros"] = static file => File.WriteAllBytes(file, new byte[new FileInfo(file).Length]),
        ["junk"] = static file => File.WriteAllBytes(file, [0xFF, 0xFE, 0x00, 0x7B, 0x22]),
        ["null"] = static file => File.WriteAllText(file, "null"),
        ["another object"] = static file => File.WriteAllText(file, "{}"),
        ["a list"] = static file => File.WriteAllText(file, "[1,2]"),
        ["nested too deep"] = static file => File.WriteAllText(file, new string('[', 100_000)),
        ["nothing but its format"] = static file => File.WriteAllText(file, """{"format":1}"""),
        ["of a newer version"] = static file => Edit(file, static json => json["format"] = 99),
        ["with a member that is not known"] = static file => Edit(file, static json => json["later"] = "x"),
        ["half a surrogate pair"] = static file => File.WriteAllText(file, """{"format":1,"key":"\ud800"}"""),
        ["a folder"] = static file => { File.Delete(file); Directory.CreateDirectory(file); },
        ["a link to itself"] = static file => { File.Delete(file); File.CreateSymbolicLink(file, file); },
    };

    public static IEnumerable<string> DamageNames => Damages.Keys;

    [TestMethod]
    [TestCategory("reliability.STATE.1")]
    [DynamicData(nameof(DamageNames))]
    public async Task A_damaged_file_causes_at_most_one_more_push_and_hides_nothing(string damage)
    {
        await using var fixture = await StartAsync();
        foreach (var name in StateFiles(fixture))
        {
            await PushSomethingNewAsync(fixture, name);
            Damages[damage](Path.Combine(fixture.Repository.StatePath, name));
            var before = fixture.Server.Requests.Count;
            AssertPushed(await fixture.RunAsync(), $"{name} {damage}");
            Assert.IsLessThanOrEqualTo(1, fixture.Server.Requests.Count - before, $"{name} {damage}");

            Restore(Path.Combine(fixture.Repository.StatePath, name));
            await PushSomethingNewAsync(fixture, name);
            Damages[damage](Path.Combine(fixture.Repository.StatePath, name));
            await PushSomethingNewAsync(fixture, $"{name} {damage}");
            Restore(Path.Combine(fixture.Repository.StatePath, name));
        }
    }

    [TestMethod]
    [TestCategory("reliability.STATE.1")]
    [DataRow("null")]
    [DataRow("-1")]
    [DataRow("{}")]
    [DataRow("[null]")]
    [DataRow("\"9999-12-31T23:59:59.9999999+00:00\"")]
    public async Task Any_value_in_a_state_file_may_be_another_one(string value)
    {
        await using var fixture = await StartAsync();
        foreach (var file in StateFiles(fixture).Select(name => Path.Combine(fixture.Repository.StatePath, name)).Where(static file => file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var original = await File.ReadAllTextAsync(file);
            for (var index = 0; index < Values(JsonNode.Parse(original)!).Count(); index++)
            {
                var json = JsonNode.Parse(original)!;
                var node = Values(json).ElementAt(index);
                var path = node.GetPath();
                node.ReplaceWith(JsonNode.Parse(value));
                await File.WriteAllTextAsync(file, json.ToJsonString());
                AssertPushed(await fixture.RunAsync(), $"{Path.GetFileName(file)} {path} is {value}");
            }

            await File.WriteAllTextAsync(file, original);
        }
    }

    [TestMethod]
    [TestCategory("reliability.STATE.4")]
    [DataRow("pushedAt", "2999-01-01T00:00:00+00:00")]
    [DataRow("failedAt", "2999-01-01T00:00:00+00:00")]
    [DataRow("failedAt", "9999-12-31T23:59:59.9999999+00:00")]
    public async Task A_time_in_the_future_does_not_prevent_a_push(string member, string time)
    {
        await using var fixture = await StartAsync();
        var file = Directory.GetFiles(fixture.Repository.StatePath, "push-*.json").Single();
        await PushSomethingNewAsync(fixture, "first");
        Edit(file, json => json[member] = time);
        if (member == "failedAt")
        {
            Change(fixture, "second");
        }

        File.Delete(Path.Combine(fixture.Repository.StatePath, "last-run.json"));
        await fixture.RunAndSendAsync(1);
    }

    [TestMethod]
    [TestCategory("reliability.STATE.1")]
    [TestCategory("reliability.STATE.3")]
    public async Task The_remains_of_a_killed_writer_change_nothing()
    {
        await using var fixture = await StartAsync();
        foreach (var name in StateFiles(fixture))
        {
            var file = Path.Combine(fixture.Repository.StatePath, name);
            var content = await File.ReadAllBytesAsync(file);
            for (var length = 0; length <= content.Length; length += Math.Max(1, content.Length / 5))
            {
                await File.WriteAllBytesAsync($"{file}.{Guid.NewGuid():N}.tmp", content[..length]);
            }
        }

        await fixture.RunAndSendAsync(0);
        await PushSomethingNewAsync(fixture, "after the kill");
    }

    [TestMethod]
    [TestCategory("reliability.STATE.3")]
    public async Task The_remains_of_a_killed_writer_are_removed_after_a_day()
    {
        await using var fixture = await StartAsync();
        var left = new[] { "last-run.json.1.tmp", "manifests/a.manifest.json.1.tmp", "builds/b.txt.1.tmp" }.Select(name => Path.Combine(fixture.Repository.StatePath, name)).ToArray();
        foreach (var file in left)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "{");
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-25));
        }

        fixture.Build = "another";
        await fixture.RunAndSendAsync(0);
        Assert.IsEmpty(left.Where(File.Exists).ToArray());
    }

    [TestMethod]
    [TestCategory("reliability.STATE.2")]
    public async Task A_state_folder_that_cannot_be_created_causes_a_message()
    {
        await using var fixture = await RunFixture.StartAsync();
        await File.WriteAllTextAsync(fixture.Repository.StatePath, "a file where the folder should be");
        var result = await fixture.RunAndSendAsync(1);
        AssertPushed(result, "no folder");
        AssertSaysSo(result);
    }

    // The more pages are left, the later the disk is full: at the first file, at the second, and so on.
    [TestMethod]
    [TestCategory("reliability.STATE.2")]
    [TestCategory("reliability.STATE.4")]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public async Task A_full_disk_causes_a_message(int pages)
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Build = "build";
        using var disk = new SmallDisk(fixture.Repository.StatePath, pages);
        for (var run = 0; run < 2; run++)
        {
            Change(fixture, $"run {run}");
            var result = await fixture.RunAndSendAsync(1);
            AssertPushed(result, $"{pages} pages");
            Assert.IsTrue(pages > 0 || result.Findings.Any(static finding => finding.Code == "SPUSH3050"), "No message about the full disk.");
            Assert.IsTrue(result.Findings.All(static finding => finding.Severity == Severity.Message), string.Join('\n', result.Findings));
            Assert.IsEmpty(Directory.GetFiles(fixture.Repository.StatePath, "*.tmp"));
        }
    }

    [TestMethod]
    [TestCategory("reliability.STATE.2")]
    [TestCategory("reliability.STATE.4")]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_state_folder_that_cannot_be_written_to_causes_a_message(bool hasState)
    {
        await using var fixture = await RunFixture.StartAsync();
        using var disk = new SmallDisk(fixture.Repository.StatePath, pages: 100);
        if (hasState)
        {
            await fixture.RunAndSendAsync(1);
        }

        disk.MakeReadOnly();
        for (var run = 0; run < 2; run++)
        {
            Change(fixture, $"run {run}");
            var result = await fixture.RunAndSendAsync(1);
            AssertPushed(result, "read-only");
            AssertSaysSo(result);
        }
    }

    [TestMethod]
    [TestCategory("reliability.STATE.3")]
    public async Task Eight_builds_at_once_push_once()
    {
        await using var fixture = await StartAsync();
        for (var round = 0; round < 5; round++)
        {
            Change(fixture, $"round {round}");
            var before = fixture.Server.Requests.Count;
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => fixture.RunAsync())));
            Array.ForEach(results, static result => AssertPushed(result, "one of eight"));
            Assert.AreEqual(1, fixture.Server.Requests.Count - before);
        }
    }

    private static async Task<RunFixture> StartAsync()
    {
        var fixture = await RunFixture.StartAsync();
        await fixture.RunAndSendAsync(1);
        return fixture;
    }

    private static string[] StateFiles(RunFixture fixture) =>
        [.. Directory.GetFiles(fixture.Repository.StatePath, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(fixture.Repository.StatePath, file)).Order(StringComparer.Ordinal)];

    private static async Task PushSomethingNewAsync(RunFixture fixture, string name)
    {
        Change(fixture, name);
        AssertPushed(await fixture.RunAndSendAsync(1), name);
    }

    private static void Change(RunFixture fixture, string name)
    {
        fixture.Repository.Write("src/Cart.cs", $"// cart.LINES.1 {name} {Guid.NewGuid():N}\n");
        fixture.Repository.Commit();
    }

    private static void AssertPushed(RunResult result, string name) =>
        Assert.IsTrue(result.Report.Pushed, $"{name}: {string.Join('\n', [.. result.Lines, .. result.Report.Findings.Select(static finding => finding.Message)])}");

    private static void AssertSaysSo(RunResult result)
    {
        var codes = result.Findings.Select(static finding => finding.Code).Distinct().ToArray();
        CollectionAssert.Contains(codes, "SPUSH3050");
        Assert.IsTrue(result.Findings.All(static finding => finding.Severity == Severity.Message), string.Join('\n', result.Findings));
    }

    // A file that cannot be overwritten is removed first, as a user would do.
    private static void Restore(string file)
    {
        if (Directory.Exists(file))
        {
            Directory.Delete(file);
        }
        else if (new FileInfo(file).LinkTarget is not null)
        {
            File.Delete(file);
        }
    }

    private static void Cut(string file, Func<int, int> length)
    {
        var content = File.ReadAllBytes(file);
        File.WriteAllBytes(file, content[..Math.Min(content.Length, length(content.Length))]);
    }

    private static void Edit(string file, Action<JsonNode> edit)
    {
        if (file.EndsWith(".json", StringComparison.Ordinal))
        {
            var json = JsonNode.Parse(File.ReadAllText(file, Encoding.UTF8))!;
            edit(json);
            File.WriteAllText(file, json.ToJsonString());
        }
    }

    private static IEnumerable<JsonNode> Values(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(static child => Values(child).Prepend(child));
    }
}
