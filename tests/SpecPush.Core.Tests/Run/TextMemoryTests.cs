using System.Globalization;
using SpecPush.Checkout;
using SpecPush.Memory;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class TextMemoryTests : IDisposable
{
    private const int Files = 12;

    private readonly TestRepository _repository = new();

    public TextMemoryTests()
    {
        _repository.Write("features/cart.feature.yaml", RunFixture.Spec);
        for (var file = 0; file < Files; file++)
        {
            _repository.Write($"src/{file}.cs", $"// file {file}\n// cart.LINES.1 and cart.LINES\n");
        }

        _repository.Commit();
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("push-memory.TEXTS.1")]
    public async Task Only_changed_files_are_opened_again()
    {
        var first = await GatherAsync();
        Assert.AreEqual(Files, first.FilesRead);
        Assert.AreEqual(0, (await GatherAsync()).FilesRead);
        _repository.Write("src/3.cs", "// cart.LINES.2");
        _repository.Write("src/new.cs", "// cart.LINES.2");
        var changed = await GatherAsync();
        Assert.AreEqual(2, changed.FilesRead);
        CollectionAssert.AreEqual(References(await GatherAsync(remembers: false)), References(changed));
        _repository.Commit();
        Assert.AreEqual(2, (await GatherAsync()).FilesRead);
        Assert.AreEqual(0, (await GatherAsync()).FilesRead);
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.1")]
    public async Task Large_files_and_line_ends_of_windows_are_remembered_as_well()
    {
        _repository.Git("config", "core.autocrlf", "true");
        _repository.Write("src/0.cs", new string(' ', 400_000) + "\n// cart.LINES.2\n");
        _repository.Write("src/1.cs", "// 1\r\n// cart.LINES.2\r\n");
        _repository.Commit();
        await GatherAsync();
        var again = await GatherAsync();
        Assert.AreEqual(0, again.FilesRead);
        CollectionAssert.AreEqual(References(await GatherAsync(remembers: false)), References(again));
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.2")]
    public async Task Changes_between_status_and_reading_are_not_saved_under_the_old_content()
    {
        var facts = await FactsAsync(remembers: true);
        var before = File.ReadAllText(Path.Combine(_repository.Path, "src/1.cs"));
        _repository.Write("src/1.cs", "// cart.LINES.2");
        await new Gatherer(facts).GatherAsync(includeUntracked: true, CancellationToken.None);
        _repository.Write("src/1.cs", before);
        CollectionAssert.AreEqual(References(await GatherAsync(remembers: false)), References(await GatherAsync()));
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.3")]
    public async Task Files_that_a_filter_converts_are_read_each_time()
    {
        await GatherAsync();
        _repository.Write(".gitattributes", "src/1.cs filter=secret\nsrc/2.cs working-tree-encoding=ISO-8859-1\n");
        _repository.Commit();

        // .gitattributes itself is new, and known the next time.
        Assert.AreEqual(3, (await GatherAsync()).FilesRead);
        Assert.AreEqual(2, (await GatherAsync()).FilesRead);
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.2")]
    public async Task Files_that_git_does_not_compare_are_read_each_time()
    {
        await GatherAsync();
        _repository.Git("update-index", "--assume-unchanged", "src/1.cs");
        _repository.Git("update-index", "--skip-worktree", "src/2.cs");
        _repository.Write("src/1.cs", "// cart.LINES.2");
        _repository.Write("src/2.cs", "// cart.LINES.2");
        var gathering = await GatherAsync();
        Assert.AreEqual(2, gathering.FilesRead);
        CollectionAssert.AreEqual(References(await GatherAsync(remembers: false)), References(gathering));
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.4")]
    public async Task Damaged_or_missing_saved_references_are_ignored()
    {
        await GatherAsync();
        var file = Path.Combine(_repository.StatePath, "texts");
        var bytes = File.ReadAllBytes(file);
        var random = new Random(20261124);
        for (var round = 0; round < 50; round++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(file, round % 2 == 0 ? damaged : bytes[..random.Next(bytes.Length)]);
            Assert.AreEqual(Files, (await GatherAsync()).FilesRead);
        }

        File.Delete(file);
        Assert.AreEqual(Files, (await GatherAsync()).FilesRead);
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.4")]
    public async Task The_memory_does_not_grow_with_the_number_of_changes()
    {
        var lengths = new List<long>();
        for (var round = 0; round < 8; round++)
        {
            for (var file = 0; file < Files; file++)
            {
                _repository.Write($"src/{file}.cs", $"// file {file}, {round}\n// cart.LINES.1 and cart.LINES\n");
            }

            _repository.Commit();
            await GatherAsync();
            lengths.Add(new FileInfo(Path.Combine(_repository.StatePath, "texts")).Length);
        }

        Assert.AreEqual(lengths[2], lengths[^1], string.Join(' ', lengths));
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.5")]
    public async Task Every_file_is_read_again_if_the_specs_have_another_group()
    {
        await GatherAsync();
        _repository.Write("features/stock.feature.yaml", "feature:\n  name: stock\n  product: shop\ncomponents:\n  ALL:\n    1: Counts\n");
        Assert.AreEqual(Files, (await GatherAsync()).FilesRead);
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.6")]
    public async Task A_run_that_saves_no_state_uses_the_state_of_others()
    {
        Assert.AreEqual(Files, (await GatherAsync(writes: false)).FilesRead);
        Assert.IsFalse(Directory.Exists(_repository.StatePath));
        await GatherAsync();
        Assert.AreEqual(0, (await GatherAsync(writes: false)).FilesRead);
    }

    [TestMethod]
    [TestCategory("push-memory.TEXTS.2")]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public async Task The_result_is_that_of_reading_every_file_whatever_happened_before(int seed)
    {
        var random = new Random(seed);
        var history = new List<string>();
        _repository.Git("branch", "other");
        for (var step = 0; step < 40; step++)
        {
            history.Add(Change(random));
            var remembered = await GatherAsync();
            var fresh = await GatherAsync(remembers: false);
            CollectionAssert.AreEqual(References(fresh), References(remembered), string.Join('\n', history));
        }
    }

    // Typical changes in a checkout. Contents have only a few lengths, so that git cannot recognise changes by the length.
    private string Change(Random random)
    {
        var path = $"src/{random.Next(Files)}.cs";
        var file = Path.Combine(_repository.Path, path);
        var action = random.Next(10);
        switch (action)
        {
            case 0 or 1 or 2:
                var time = File.Exists(file) ? File.GetLastWriteTimeUtc(file) : DateTime.UtcNow;
                _repository.Write(path, $"// {random.Next(10)}\n// cart.LINES.{random.Next(1, 4)}\n");

                // A wrong clock.
                File.SetLastWriteTimeUtc(file, action switch { 0 => time, 1 => time.AddYears(random.Next(-20, 20)), _ => DateTime.UtcNow });
                break;
            case 3 or 4:
                _repository.Commit(random.Next(10).ToString(CultureInfo.InvariantCulture));

                // In the same tick as the index.
                _repository.Write(path, $"// {random.Next(10)}\n// cart.LINES.{random.Next(1, 4)}\n");
                break;
            case 5:
                _repository.Git("checkout", "-q", "-f", random.Next(2) == 0 ? "other" : "main");
                break;
            case 6:
                _repository.Git("stash", "-q", "--include-untracked");
                break;
            case 7 when _repository.Git("stash", "list").Length > 0:
                _repository.Git("reset", "-q", "--hard");
                _repository.Git("clean", "-qfd");
                _repository.Git("checkout", "-q", "stash@{0}", "--", "src");
                _repository.Git("stash", "drop", "-q");
                break;
            case 8:
                _repository.Delete(path);
                break;
            default:
                _repository.Git("add", "-A");
                break;
        }

        return $"{action} {path}";
    }

    private async Task<Gathering> GatherAsync(bool remembers = true, bool writes = true) =>
        await new Gatherer(await FactsAsync(remembers, writes)).GatherAsync(includeUntracked: true, CancellationToken.None);

    private async Task<RunFacts> FactsAsync(bool remembers, bool writes = true)
    {
        var repository = Repositories.Open(_repository.Path);
        var status = await repository.ReadStatusAsync(CancellationToken.None);
        var request = new RunRequest
        {
            Directory = _repository.Path,
            Settings = new RawSettings(),
            Spelling = SettingSpelling.MSBuildProperty,
            Environment = new EnvironmentVariables([]),
            WritesState = writes && remembers,
        };
        var settings = SettingsReader.Read(request.Settings, request.Environment, request.Spelling).Settings!;
        return new RunFacts(request, settings, repository, status, remembers ? StateDirectory.For(repository.Root) : new StateDirectory(Path.Combine(_repository.Scratch, "nothing")));
    }

    private static string[] References(Gathering gathering) =>
    [
        .. gathering.References.Select(static reference => $"{reference.Acid} {reference.Path}:{reference.Line} {reference.IsTest}"),
        .. gathering.Findings.Select(static finding => $"{finding.Code} {finding.Location} {finding.Message}"),
    ];
}
