namespace SpecPush.Testing;

/// <summary>
/// The processes that stay between the builds of this test run. The compiler always does, because starting it takes longer than most builds; MSBuild's
/// nodes do for the next test. Other builds on the machine do not find them, and they end with the run, or with the script that shares its compiler.
/// </summary>
internal static class BuildServers
{
    private const string Salt = "MSBUILDNODEHANDSHAKESALT";

    private static readonly string Run = $"specpush-{Path.GetRandomFileName()[..8]}";

    private static readonly string? SharedCompiler = Environment.GetEnvironmentVariable("SharedCompilationId");

    // MSBuild's server is not used: under load, a build that has succeeded may exit with 1 (dotnet/msbuild#14172).
    private static readonly Dictionary<string, string> Compiler = new()
    {
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = SharedCompiler ?? Run,
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
    };

    /// <summary>For builds whose nodes end with them.</summary>
    public static IReadOnlyDictionary<string, string> Fresh { get; } = new Dictionary<string, string>(Compiler) { ["MSBUILDDISABLENODEREUSE"] = "1" };

    /// <summary>For builds whose nodes stay for others with the same number. Its salt keeps them apart (dotnet/msbuild, src/Framework/Traits.cs).</summary>
    public static IReadOnlyDictionary<string, string> Lasting(int number) => new Dictionary<string, string>(Compiler) { [Salt] = SaltOf(number) };

    /// <summary>To be called when all tests are done.</summary>
    public static void ShutDown()
    {
        if (OperatingSystem.IsLinux())
        {
            NodeProcesses.End($"{Salt}={Run}-");
        }
        else
        {
            for (var number = 1; number <= WarmNodes.Count; number++)
            {
                Command.Run(SourceTree.Root, "dotnet", ["build-server", "shutdown", "--msbuild"], Lasting(number)).Succeeded();
            }
        }

        if (SharedCompiler is null)
        {
            // Succeeds even if the compiler was never started.
            Command.Run(SourceTree.Root, "dotnet", [SourceTree.CompilerServer, "-shutdown", $"-pipename:{Run}"]).Succeeded();
        }
    }

    /// <summary>Ends those of the nodes with this number that no longer listen. Elsewhere than on Linux they stay, and builds start others.</summary>
    public static void EndDeafNodes(int number)
    {
        if (OperatingSystem.IsLinux())
        {
            NodeProcesses.EndDeaf($"{Salt}={SaltOf(number)}");
        }
    }

    private static string SaltOf(int number) => $"{Run}-{number}";
}
