using BenchmarkDotNet.Attributes;
using SpecPush.References.Compiled;

namespace SpecPush.Benchmarks;

/// <summary>The cost in each build of a test project: reading its assembly, here with 5 MB, in a process that has read one before.</summary>
[MemoryDiagnoser]
public class AssemblyReaderBenchmarks
{
    private GeneratedTestProject _project = null!;

    [GlobalSetup]
    public void Generate()
    {
        _project = GeneratedTestProject.Create(classes: 400, testsPerClass: 20);
        Console.WriteLine($"The assembly has {new FileInfo(_project.AssemblyPath).Length:N0} bytes.");
    }

    [GlobalCleanup]
    public void Delete() => _project.Dispose();

    [Benchmark]
    public int Read() => AssemblyReader.Read(_project.Request, CancellationToken.None).Manifest!.Tests.Length;
}
