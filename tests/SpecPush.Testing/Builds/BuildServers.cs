using System.Collections.Concurrent;

namespace SpecPush.Testing;

/// <summary>
/// MSBuild's nodes and the compiler, kept running between the builds of this test run, because starting them takes longer than most builds.
/// Other builds on the machine do not find them, and they end with the run.
/// </summary>
internal static class BuildServers
{
    private static readonly string Run = $"specpush-{Path.GetRandomFileName()[..8]}";

    // One build after another, each with nodes of its own; as many as there are builds at a time.
    private static readonly ConcurrentStack<string> Idle = [];
    private static int _started;

    private static readonly Dictionary<string, string> Compiler = new() { ["UseSharedCompilation"] = "true", ["SharedCompilationId"] = Run };

    /// <summary>For builds in processes that start and end with them. Only the compiler stays.</summary>
    public static IReadOnlyDictionary<string, string> Fresh { get; } =
        new Dictionary<string, string>(Compiler) { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["MSBUILDDISABLENODEREUSE"] = "1" };

    /// <summary>Runs a build in processes that are already warm; in its own on Windows, where what a process has loaded cannot be removed.</summary>
    public static CommandResult Build(Func<IReadOnlyDictionary<string, string>, CommandResult> build)
    {
        if (OperatingSystem.IsWindows())
        {
            return build(Fresh);
        }

        var salt = Idle.TryPop(out var idle) ? idle : $"{Run}-{Interlocked.Increment(ref _started)}";
        try
        {
            return build(Warm(salt));
        }
        finally
        {
            Idle.Push(salt);
        }
    }

    /// <summary>To be called when all tests are done.</summary>
    public static void ShutDown()
    {
        foreach (var salt in Idle)
        {
            Command.Run(SourceTree.Root, "dotnet", ["build-server", "shutdown", "--msbuild"], Warm(salt)).Succeeded();
        }

        // Ends without complaint where none was started.
        Command.Run(SourceTree.Root, "dotnet", [SourceTree.CompilerServer, "-shutdown", $"-pipename:{Run}"]).Succeeded();
    }

    // The salt keeps the nodes of other builds apart (dotnet/msbuild, src/Framework/Traits.cs). MSBuild's server is not used: under load, a build
    // that has succeeded may exit with 1 (dotnet/msbuild#14172).
    private static Dictionary<string, string> Warm(string salt) =>
        new(Compiler) { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["MSBUILDNODEHANDSHAKESALT"] = salt };
}
