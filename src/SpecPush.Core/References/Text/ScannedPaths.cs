using System.Collections.Frozen;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>Which files references are looked for in: sources and documents, but not what tools wrote.</summary>
internal static class ScannedPaths
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".7z", ".a", ".avi", ".bin", ".binlog", ".bmp", ".class", ".coverage", ".coveragexml", ".db", ".dll", ".dylib", ".eot", ".exe", ".gif",
        ".gz", ".ico", ".jar", ".jpeg", ".jpg", ".lib", ".log", ".mov", ".mp3", ".mp4", ".nupkg", ".o", ".otf", ".pdb", ".pdf", ".png", ".snk",
        ".snupkg", ".so", ".sqlite", ".tar", ".tif", ".tiff", ".trx", ".ttf", ".wasm", ".webm", ".webp", ".woff", ".woff2", ".xls", ".xlsx", ".zip");

    private static readonly string[] CoverageNames =
        ["coverage.xml", "coverage.json", "coverage.cobertura.xml", "coverage.opencover.xml", "cobertura.xml", "lcov.info"];

    public static bool Includes(string path) => HasText(path) && !ToolFolders.Contain(path);

    /// <summary>Whether a file of this name may be one that people write, and is not a spec.</summary>
    public static bool HasText(string path) =>
        !path.EndsWith(".feature.yaml", StringComparison.Ordinal)
        && !Extensions.Contains(Path.GetExtension(path))
        && !CoverageNames.Contains(path.Split('/')[^1], StringComparer.OrdinalIgnoreCase);
}
