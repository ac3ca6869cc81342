using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using SpecPush.Acids;
using SpecPush.Checkout;
using SpecPush.Memory;
using SpecPush.References.Text;
using SpecPush.Specs;

namespace SpecPush.Benchmarks;

/// <summary>The parts of reading a checkout: the scanner, files on disk, specs, and what is remembered of files.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private const int Files = 1000;
    private const int Specs = 90;
    private const int Requirements = 20;
    private const string Key = "key";

    private static readonly FrozenSet<string> Groups = ["cart.LINES"];

    private readonly string _folder = Directory.CreateTempSubdirectory("specpush-benchmark").FullName;
    private readonly byte[] _withoutMatch = Source(references: 0);
    private readonly byte[] _withMatches = Source(references: 20);
    private SpecFile[] _specs = [];
    private ImmutableArray<RepositoryFile> _files = [];
    private KnownTexts _known = KnownTexts.None;
    private TextMemory _memory = null!;

    [GlobalSetup]
    public void Write()
    {
        for (var file = 0; file < Files; file++)
        {
            File.WriteAllBytes(Path.Combine(_folder, NameOf(file)), _withoutMatch);
        }

        _specs = [.. Enumerable.Range(0, Specs).Select(static spec => new SpecFile($"features/f{spec}.feature.yaml", Encoding.UTF8.GetBytes(
            $"feature:\n  name: f{spec}\n  product: shop\ncomponents:\n  MAIN:\n" + string.Concat(Enumerable.Range(1, Requirements).Select(static id => $"    {id}: It works as everybody expects\n")))))];

        _files = [.. Enumerable.Range(0, Files).Select(static file => new RepositoryFile(NameOf(file), IsTracked: true, new BlobId((UInt128)file, IsSha256: false)))];
        var texts = _files.ToDictionary(static file => file.Blob!.Value, static file => file.Path.EndsWith("0.cs", StringComparison.Ordinal) ? [new TextReference("cart.LINES.1", 3, IsGroup: false)] : Array.Empty<TextReference>());
        _known = new KnownTexts(texts, Learns: true);
        _memory = new TextMemory(Path.Combine(_folder, "texts"), Key);
        _memory.Write(texts, new Dictionary<BlobId, TextReference[]>(), texts.Keys.ToHashSet());
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Description = "scanner: 5 KB without a match")]
    public int ScanWithoutMatch() => Count(_withoutMatch);

    [Benchmark(Description = "scanner: 5 KB with 20 matches")]
    public int ScanWithMatches() => Count(_withMatches);

    [Benchmark(Description = "1,000 files of 5 KB without a match, one after another")]
    public int ScanFiles()
    {
        var found = new FoundReferences(Groups);
        using var scanner = new FileScanner(_folder, found);
        foreach (var file in _files)
        {
            scanner.Scan(file.Path, expected: null, CancellationToken.None);
        }

        return found.References.Count;
    }

    [Benchmark(Description = "1,000 remembered files, of which 100 have a reference")]
    public int ReadRemembered() => TextScan.Read(_folder, _files, Groups, _known, CancellationToken.None).References.Length;

    [Benchmark(Description = "loading what is remembered of 1,000 files")]
    public int LoadRemembered() => _memory.Read().Count;

    [Benchmark(Description = "90 specs of 20 requirements")]
    public int ReadSpecs() => SpecReader.ReadAll(_specs, CancellationToken.None).Specs.Length;

    private static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var scanner = new AcidScanner(text, includeGroups: true); scanner.MoveNext();)
        {
            count += scanner.IsGroup ? 0 : 1;
        }

        return count;
    }

    private static string NameOf(int file) => string.Create(CultureInfo.InvariantCulture, $"Type{file}.cs");

    // Like most code: many dots, and a capital letter after some of them.
    private static byte[] Source(int references) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 46).Select(line =>
        (line < references ? $"// cart.LINES.{line}\n" : "") + $"        var value{line} = context.Services.GetRequiredService<Handler{line}>().Process(input.Items[{line}], cancellationToken);\n")));
}
