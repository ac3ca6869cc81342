using System.Reflection;

namespace SpecPush.Testing;

/// <summary>Finds the sources of SpecPush and their build output.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The compiler server of the SDK that built the tests, which is the one that their builds use.</summary>
    public static string CompilerServer { get; } = Path.Combine(Metadata("CompilerFolder"), "bincore", "VBCSCompiler.dll");

    /// <summary>The absolute path of a file or folder, given relative to the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>The assembly of a program, on which the test project depends.</summary>
    public static string ProgramOf(string project) => PathOf($"src/{project}/bin/{Configuration}/net10.0/{project}.dll");

    private static string Metadata(string key) =>
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
