using System.Collections.Immutable;

namespace SpecPush.References.Compiled;

/// <summary>Reads the compiler's option <c>/pathmap</c>, MSBuild's <c>PathMap</c>: <c>folder=replacement,…</c></summary>
internal static class PathMap
{
    // A comma or an equals sign of a path is doubled. Nobody uses these characters in a path.
    private const char Comma = '\u0001';
    private const char EqualsSign = '\u0002';

    public static ImmutableArray<SourceRoot> Parse(string text) =>
    [
        .. text.Replace(",,", $"{Comma}", StringComparison.Ordinal).Replace("==", $"{EqualsSign}", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(static entry => entry.Split('='))
            .Where(static parts => parts is [{ Length: > 0 }, { Length: > 0 }])
            .Select(static parts => new SourceRoot(Restore(parts[1]), Restore(parts[0]))),
    ];

    private static string Restore(string path) => path.Replace(Comma, ',').Replace(EqualsSign, '=');
}
