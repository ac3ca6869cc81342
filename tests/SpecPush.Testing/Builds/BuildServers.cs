using System.Diagnostics;

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
    public static IReadOnlyDictionary<string, string> Lasting(int number) => new Dictionary<string, string>(Compiler) { [Salt] = $"{Run}-{number}" };

    /// <summary>To be called when all tests are done.</summary>
    public static void ShutDown()
    {
        EndNodes();
        if (SharedCompiler is null)
        {
            // Succeeds even if the compiler was never started.
            Command.Run(SourceTree.Root, "dotnet", [SourceTree.CompilerServer, "-shutdown", $"-pipename:{Run}"]).Succeeded();
        }
    }

    /// <summary>
    /// Ends the nodes of all numbers. On Linux by their environment, because a node waits for ever, and hears no request to end, if a build greeted it and
    /// left before it had answered (dotnet/msbuild, NodeEndpointOutOfProcBase.cs: a link that becomes inactive ends the thread that listens).
    /// </summary>
    private static void EndNodes()
    {
        if (!OperatingSystem.IsLinux())
        {
            for (var number = 1; number <= WarmNodes.Count; number++)
            {
                Command.Run(SourceTree.Root, "dotnet", ["build-server", "shutdown", "--msbuild"], Lasting(number)).Succeeded();
            }

            return;
        }

        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (HasEnvironment(process.Id, $"{Salt}={Run}-") && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("/nodemode:", StringComparison.Ordinal))
                {
                    process.Kill();
                }
            }
        }
    }

    private static bool HasEnvironment(int process, string start)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ").Split('\0').Any(variable => variable.StartsWith(start, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // It has ended, or is another user's.
        }
    }
}
