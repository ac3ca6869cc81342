using SpecPush.Findings;

namespace SpecPush.References;

/// <summary>The findings about compiled tests and the manifests that describe them.</summary>
internal static class CompiledReferenceFindings
{
    private const int MaxQuoted = 200;

    public static Finding NoAssembly(string pattern) => new("SPUSH5012", Severity.Warning,
        $"No assembly in the repository matches the pattern '{pattern}' of assemblies; build the tests in an earlier step, or correct the pattern.");

    public static Finding UnreadableAssembly(string path, string reason) => new(
        "SPUSH2101", Severity.Warning,
        $"The assembly '{path}' cannot be read ({reason}), so references that only it shows are missing; build it again.");

    public static Finding NoSymbols(string path) => new(
        "SPUSH2102", Severity.Message,
        $"'{path}' has no symbols, so only tests whose framework records file and line in their attributes are found in it; "
        + "build it with DebugType 'portable' or 'embedded'.");

    public static Finding WindowsSymbols(string path) => new(
        "SPUSH2103", Severity.Message,
        $"The symbols of '{path}' are in the Windows format, which is not read; build it with DebugType 'portable' or 'embedded'.");

    public static Finding UnreadableSymbols(string path, string reason) => new(
        "SPUSH2104", Severity.Warning,
        $"The symbols of '{path}' cannot be read ({reason}), so only tests whose framework records file and line in their attributes "
        + "are found in it; build it again.");

    public static Finding UnreadableAttributes(string path, int count) => new(
        "SPUSH2105", Severity.Warning,
        $"{OneLine.Count(count, "attribute")} in '{path}' cannot be read, so the references there are missing; "
        + "if an obfuscator changed the assembly, read the tests of one that it did not change.");

    public static Finding UnplacedTests(string path, int count, string? document) => new(
        "SPUSH2108", Severity.Message,
        $"{OneLine.Count(count, "test")} in '{path}' cannot be placed in a file of the repository{(document is null ? "" : $" (the build names '{OneLine.From(document, MaxQuoted)}')")}, "
        + "so references may be missing, and none is removed from the server; build the tests in this checkout, and check PathMap.");

    public static Finding StaleManifest(string projectPath, string changedPath) => new(
        "SPUSH2106", Severity.Message,
        $"The compiled tests of {(projectPath.Length == 0 ? "an assembly" : $"'{projectPath}'")} are not used, because '{changedPath}' "
        + "has changed or was added since they were built; build them again.",
        projectPath.Length == 0 ? null : new SourceLocation(projectPath));

    public static Finding UnreadableManifest(string fileName) => new(
        "SPUSH2107", Severity.Message,
        $"The reference manifest '{fileName}' is damaged or was written by another version and is not used; build its project again.");
}
