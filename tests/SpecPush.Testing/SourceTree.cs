using System.Reflection;

namespace SpecPush.Testing;

/// <summary>Where the sources of SpecPush are, and what the build made of them.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>A file or folder, by its path from the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>The assembly of a program, which the project that uses it has built first.</summary>
    public static string ProgramOf(string project) => PathOf($"src/{project}/bin/{Configuration}/net10.0/{project}.dll");

    private static string Metadata(string key) =>
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
