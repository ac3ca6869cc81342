using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>A folder of sources, as symbols name it.</summary>
/// <param name="Name">Its path in symbols, normalized.</param>
/// <param name="Path">Its path in the repository.</param>
internal sealed record SourceFolder(string Name, string Path)
{
    /// <summary>Undoes the compiler's replacement of a folder in the repository, or of one that the repository is in; null for other folders.</summary>
    public static SourceFolder? From(SourceRoot source, string root)
    {
        var local = DocumentPath.Normalize(source.LocalPath).TrimEnd('/');
        return local == root ? new SourceFolder(NameOf(source.MappedPath), "")
            : DocumentPath.Below(root, local) is { } below ? new SourceFolder(NameOf(source.MappedPath), below)
            : DocumentPath.Below(local, root) is { } above ? new SourceFolder(NameOf($"{source.MappedPath}/{above}"), "")
            : null;
    }

    // A folder can also be replaced by the current one, which leaves relative paths.
    private static string NameOf(string mapped) => DocumentPath.Normalize(mapped) is "" && !DocumentPath.IsAbsolute(mapped) ? "." : DocumentPath.Normalize(mapped).TrimEnd('/');
}

/// <summary>The ways to write the repository's root.</summary>
internal static class RepositoryRoots
{
    /// <summary>Normalized. If a link leads to the repository, compilers may write the path behind it.</summary>
    public static ImmutableArray<string> Find(string root)
    {
        var written = DocumentPath.Normalize(root).TrimEnd('/');
        try
        {
            var real = DocumentPath.Normalize(RealPath.Resolve(root)).TrimEnd('/');
            return real == written ? [written] : [written, real];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [written];
        }
    }
}
