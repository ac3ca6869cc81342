namespace SpecPush.Testing;

/// <summary>
/// The processes that stay between the builds of this test run. The compiler always does, because starting it takes longer than most builds; MSBuild's
/// nodes do where they are the subject. Other builds on the machine do not find them, and they end with the run, or with the script that shares its compiler.
/// </summary>
internal static class BuildServers
{
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

    /// <summary>For builds whose nodes stay. The salt keeps them apart from those of other builds (dotnet/msbuild, src/Framework/Traits.cs).</summary>
    public static IReadOnlyDictionary<string, string> Lasting { get; } = new Dictionary<string, string>(Compiler) { ["MSBUILDNODEHANDSHAKESALT"] = Run };

    /// <summary>To be called when all tests are done.</summary>
    public static void ShutDown()
    {
        Command.Run(SourceTree.Root, "dotnet", ["build-server", "shutdown", "--msbuild"], Lasting).Succeeded();

        if (SharedCompiler is null)
        {
            // Succeeds even if the compiler was never started.
            Command.Run(SourceTree.Root, "dotnet", [SourceTree.CompilerServer, "-shutdown", $"-pipename:{Run}"]).Succeeded();
        }
    }
}
