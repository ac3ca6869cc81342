namespace SpecPush.Testing;

/// <summary>
/// The processes that stay between the builds of this test run, as they do for a developer: the compiler and MSBuild's nodes. Starting them takes longer than
/// most builds. Other builds on the machine do not find them, and they end with the run.
/// </summary>
internal static class BuildServers
{
    private static readonly string Run = $"specpush-{Path.GetRandomFileName()[..8]}";

    /// <summary>The environment variables of a build that uses them.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = Run,

        // A salt keeps nodes apart from those of other builds; they end after that many milliseconds without work (dotnet/msbuild, Traits.cs and CommunicationsUtilities.cs).
        ["MSBUILDNODEHANDSHAKESALT"] = Run,
        ["MSBUILDNODECONNECTIONTIMEOUT"] = "60000",

        // MSBuild's server is not used: under load, a build that has succeeded may exit with 1 (dotnet/msbuild#14172).
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
    };

    /// <summary>To be called when all tests are done.</summary>
    public static void ShutDown()
    {
        Command.Run(SourceTree.Root, "dotnet", ["build-server", "shutdown", "--msbuild"], Environment).Succeeded();

        // Succeeds even if the compiler was never started.
        Command.Run(SourceTree.Root, "dotnet", [SourceTree.CompilerServer, "-shutdown", $"-pipename:{Run}"]).Succeeded();
    }
}
