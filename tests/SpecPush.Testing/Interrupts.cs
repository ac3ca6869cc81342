using System.Globalization;

namespace SpecPush.Testing;

/// <summary>How this process, and so every process that it starts, reacts to Ctrl-C.</summary>
internal static class Interrupts
{
    private const int InterruptBit = 1 << 1;

    /// <summary>Whether SIGINT is ignored (proc_pid_status(5), SigIgn); false if the system does not say.</summary>
    public static bool AreIgnored => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status")
        .Where(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(static line => (ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0);
}
