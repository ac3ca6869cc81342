using SpecPush.Findings;

namespace SpecPush.Constants;

/// <summary>What can be said about the file with the constants.</summary>
internal static class ConstantsFindings
{
    public static Finding NotWritten(string path, string reason) => new("SPUSH5021", Severity.Error,
        $"The constants of the specs could not be written to {path}, so nothing that names them can be compiled: {reason}");
}
