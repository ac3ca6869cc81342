using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>What can be said about a run as a whole.</summary>
internal static class RunFindings
{
    public static Finding MissingToken(SettingSpelling spelling) => new("SPUSH5009", Severity.Error,
        $"A push was asked for, but {spelling["api-token"]} is not set; set it to a token of the server, on a developer's machine also in the file .env in the repository's root.");

    public static Finding MalformedToken(SettingSpelling spelling) => new("SPUSH5010", Severity.Error,
        $"{spelling["api-token"]} holds blanks, line ends or other characters that no token has; copy the token again, without quotes.");

    public static Finding ReportNotWritten(string path, string reason) => new("SPUSH5011", Severity.Warning,
        $"The report could not be written to {path}: {reason}");

    public static Finding ConstantsNotWritten(string path, string reason) => new("SPUSH5021", Severity.Error,
        $"The constants of the specs could not be written to {path}, so nothing that names them can be compiled: {reason}");

    public static Finding NoAssembly(string pattern) => new("SPUSH5012", Severity.Warning,
        $"No assembly in the repository matches '{pattern}' of assemblies; build the tests in a step before, or correct the pattern.");

    public static Finding StateNotWritten(string path, string reason) => new("SPUSH3050", Severity.Message,
        $"What was done could not be remembered in {path}, so the next build does it again: {reason}");

    public static Finding Busy(TimeSpan waited) => new("SPUSH3051", Severity.Warning,
        $"Another build of this checkout has been pushing for {(int)waited.TotalSeconds} seconds, so this one did not; build again when it is done.");

    public static Finding CannotPush(string missing) => new("SPUSH3052", Severity.Error,
        $"A push was asked for, but {missing}.");

    public static Finding Unexpected(string kind, string message) => new("SPUSH5099", Severity.Error,
        $"SpecPush failed unexpectedly ({kind}: {message.TrimEnd('.')}), so it may not have pushed everything; please report this.");
}
