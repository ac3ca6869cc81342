using System.Reflection;

namespace SpecPush.MSBuild.Tests.Infrastructure;

/// <summary>The package as users get it, packed once for all tests, in a feed and a package cache of its own.</summary>
[TestClass]
public static class PackedPackage
{
    // Of this run alone: the package cache is shared with other runs, which remove theirs.
    public static readonly string Version = $"0.1.0-test.{Environment.ProcessId}.{DateTime.UtcNow.Ticks}";

    private static readonly string Scratch = Directory.CreateTempSubdirectory("specpush package tests ä ").FullName;

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Feed { get; } = Path.Combine(Scratch, "feed");

    [AssemblyInitialize]
    public static void Pack(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Command.Run(
            RepositoryRoot,
            "dotnet",
            ["pack", "src/SpecPush.MSBuild", "--no-restore", "-c", Configuration, "-o", Feed, $"-p:Version={Version}", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
            .Succeeded();
    }

    [AssemblyCleanup]
    public static void Remove()
    {
        Directory.Delete(Scratch, recursive: true);
        var installed = Path.Combine(PackagesFolder, "specpush.msbuild", Version);
        if (Directory.Exists(installed))
        {
            Directory.Delete(installed, recursive: true);
        }
    }

    private static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Metadata(string key) => typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
