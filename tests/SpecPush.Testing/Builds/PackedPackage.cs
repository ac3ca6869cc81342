namespace SpecPush.Testing;

/// <summary>The package as users get it, packed once for all tests of a project, in its own feed.</summary>
internal static class PackedPackage
{
    // Unique to this run, because the package cache is shared with other runs, which remove their packages.
    public static readonly string Version = $"0.1.0-test.{Environment.ProcessId}.{DateTime.UtcNow.Ticks}";

    private static readonly string Scratch = Directory.CreateTempSubdirectory("specpush package tests ä ").FullName;

    // What the build of the tests has left, so nothing is compiled, and nothing is written that another test project reads.
    private static readonly Lazy<string> Packed = new(static () =>
        Pack("src/SpecPush.MSBuild", Path.Combine(Scratch, "feed"), "--no-build", "-p:BuildProjectReferences=false", $"-p:PackageVersion={Version}"));

    /// <summary>The folder with the package.</summary>
    public static string Feed => Packed.Value;

    /// <summary>Call this after all tests.</summary>
    /// <param name="packages">The packages of this version that were installed.</param>
    public static void Remove(params IEnumerable<string> packages)
    {
        Directory.Delete(Scratch, recursive: true);
        foreach (var installed in packages.Select(static package => Path.Combine(PackagesFolder, package, Version)).Where(Directory.Exists))
        {
            Directory.Delete(installed, recursive: true);
        }
    }

    /// <summary>Packs a program, which knows its version, apart from what the build of the tests has left.</summary>
    public static string PackProgram(string project, string feed) =>
        Pack(project, feed, $"-p:Version={Version}", "-p:RunAnalyzers=false", "--artifacts-path", Path.Combine(Scratch, "artifacts"));

    private static string Pack(string project, string feed, params string[] arguments)
    {
        Command.Run(SourceTree.Root, "dotnet", ["pack", project, "-c", SourceTree.Configuration, "-o", feed, .. arguments], BuildServers.Fresh).Succeeded();
        return feed;
    }

    private static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
