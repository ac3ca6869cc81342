using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>Which files to search for references: sources and documents, but not the output of tools.</summary>
internal static class ScannedPaths
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions = Names(
        ".7z", ".a", ".avi", ".bin", ".binlog", ".bmp", ".class", ".coverage", ".coveragexml", ".db", ".dll", ".dylib", ".eot", ".exe", ".gif",
        ".gz", ".ico", ".jar", ".jpeg", ".jpg", ".lib", ".log", ".mov", ".mp3", ".mp4", ".nupkg", ".o", ".otf", ".pdb", ".pdf", ".png", ".snk",
        ".snupkg", ".so", ".specpush", ".sqlite", ".tar", ".tif", ".tiff", ".trx", ".ttf", ".wasm", ".webm", ".webp", ".woff", ".woff2", ".xls", ".xlsx", ".zip");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CoverageNames = Names(
        "coverage.xml", "coverage.json", "coverage.cobertura.xml", "coverage.opencover.xml", "cobertura.xml", "lcov.info");

    public static bool Includes(string path) => HasText(path) && !ToolFolders.Contain(path);

    /// <summary>Whether the name could be that of a file written by people, other than a spec.</summary>
    public static bool HasText(string path) =>
        !path.EndsWith(".feature.yaml", StringComparison.Ordinal)
        && !Extensions.Contains(Path.GetExtension(path.AsSpan()))
        && !CoverageNames.Contains(Path.GetFileName(path.AsSpan()));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params ReadOnlySpan<string> names) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, names).GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>Recognises test files by their path, with the rules of the official CLI and the usual names in .NET repositories.</summary>
internal static partial class TestPath
{
    public static bool IsTest(string path) => Folder.IsMatch(path) || File.IsMatch(path);

    // tests/…, and project folders such as Shop.Tests/… or Shop.IntegrationTests/…. In Shop.Protest/…, the capital letter that begins a word is missing.
    [GeneratedRegex(@"(^|/)((?i:tests?|__tests__)|[^/]+\.((?i:tests?)|[A-Za-z0-9]*Tests?))/", RegexOptions.CultureInvariant)]
    private static partial Regex Folder { get; }

    // cart.test.ts, cart.spec.ts, cart_test.go, CartTests.cs, CartTest.java.
    [GeneratedRegex(@"(\.(test|spec)\.[^./]+|_test\.[^./]+|[A-Za-z0-9_]Tests?\.(cs|fs|vb|java|kt|swift))$", RegexOptions.CultureInvariant)]
    private static partial Regex File { get; }
}
