using System.Diagnostics;
using System.Runtime.Versioning;

namespace SpecPush.Testing;

/// <summary>
/// MSBuild's nodes, found by a variable in their environment. They cannot be asked to end: after a build has greeted a node and left before it answered,
/// the node never listens again (dotnet/msbuild, NodeEndpointOutOfProcBase.cs: a link that becomes inactive ends the thread that listens, and nothing else).
/// </summary>
[SupportedOSPlatform("linux")]
internal static class NodeProcesses
{
    // "OutOfProc Endpoint Packet Pump", cut off by Linux.
    private const string ListeningThread = "OutOfProc Endpo";

    /// <summary>Ends all, also those that run only some tasks.</summary>
    /// <param name="variable">How the variable and its value start.</param>
    public static void End(string variable) =>
        End("/nodemode:", environment => environment.Any(found => found.StartsWith(variable, StringComparison.Ordinal)), static _ => true);

    /// <summary>Ends those of the nodes that build which no longer listen.</summary>
    /// <param name="variable">The variable and its value.</param>
    public static void EndDeaf(string variable) => End("/nodemode:1", environment => environment.Contains(variable), static folder => !Listens(folder));

    private static void End(string argument, Predicate<string[]> hasEnvironment, Predicate<string> isToEnd)
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var folder = $"/proc/{process.Id}";
                try
                {
                    if (File.ReadAllText($"{folder}/cmdline").Contains(argument, StringComparison.Ordinal) && hasEnvironment(File.ReadAllText($"{folder}/environ").Split('\0')) && isToEnd(folder))
                    {
                        process.Kill();
                    }
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
                {
                    // It has ended, or is another user's.
                }
            }
        }
    }

    private static bool Listens(string folder) =>
        Directory.GetDirectories($"{folder}/task").Any(static thread => File.ReadAllText($"{thread}/comm").StartsWith(ListeningThread, StringComparison.Ordinal));
}
