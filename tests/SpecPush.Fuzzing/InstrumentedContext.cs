using System.Reflection;
using System.Runtime.Loader;
using SharpFuzz;

namespace SpecPush.Fuzzing;

/// <summary>Loads copies of the readers in which every branch notes that it was taken, and what uses them.</summary>
internal sealed class InstrumentedContext : AssemblyLoadContext, IDisposable
{
    private static readonly string[] Instrumented = ["SpecPush.Core.dll", "SpecPush.Tool.dll", "YamlDotNet.dll"];

    private readonly string _folder = Directory.CreateTempSubdirectory("specpush-fuzzing-").FullName;

    public InstrumentedContext()
        : base("instrumented")
    {
        foreach (var name in Instrumented)
        {
            var copy = Path.Combine(_folder, name);
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), copy);
            Fuzzer.Instrument(copy, static _ => true, Options.Value);
        }
    }

    public int Run(Type command, string[] arguments)
    {
        var type = LoadFromAssemblyPath(command.Assembly.Location).GetType(command.FullName!, throwOnError: true)!;
        return (int)type.GetMethod(nameof(FuzzCommand.Run), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [arguments])!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var copy = Path.Combine(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(copy) ? LoadFromAssemblyPath(copy) : null;
    }
}
