using System.Text;

namespace SpecPush.Checkout;

/// <summary>What a git process said.</summary>
internal sealed record GitResult(int ExitCode, byte[] Output, string Error)
{
    // git exits so on options that it does not know.
    private const int UsageError = 129;

    public bool Succeeded => ExitCode == 0;

    public bool IsUsageError => ExitCode == UsageError;

    public string Text => Encoding.UTF8.GetString(Output).Trim('\n', '\r');

    /// <summary>The output of <c>-z</c>.</summary>
    public string[] Fields => Encoding.UTF8.GetString(Output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
