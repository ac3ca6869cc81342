using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace SpecPush.Settings;

/// <summary>Globs for paths or branch names; those that begin with <c>!</c> exclude.</summary>
internal sealed class PatternList
{
    // Any absolute folder works: names are only compared, never opened.
    private static readonly string Root = OperatingSystem.IsWindows() ? @"C:\specpush" : "/specpush";

    private readonly Matcher _matcher = new(StringComparison.Ordinal);
    private readonly string[] _beginnings;

    /// <summary>A list of nothing but exclusions means "all but these"; an empty list matches nothing.</summary>
    public PatternList(ImmutableArray<string> patterns)
    {
        Patterns = [.. patterns.SelectMany(BracePattern.Expand).Select(SpellOut)];
        if (!patterns.IsEmpty && patterns.All(static pattern => pattern.StartsWith('!')))
        {
            _matcher.AddInclude("**/*");
        }

        _beginnings = patterns.All(static pattern => pattern.StartsWith('!')) && !patterns.IsEmpty
            ? [""]
            : [.. Patterns.Where(static pattern => !pattern.StartsWith('!')).Select(BeginningOf)];
        foreach (var pattern in Patterns)
        {
            if (pattern.StartsWith('!'))
            {
                _matcher.AddExclude(pattern[1..]);
            }
            else
            {
                _matcher.AddInclude(pattern);
            }
        }
    }

    /// <summary>The globs, with braces expanded and short forms spelled out.</summary>
    public ImmutableArray<string> Patterns { get; }

    /// <summary>Why the pattern is not valid, as the end of a sentence; null if it is valid.</summary>
    public static string? FindError(string pattern)
    {
        if (pattern.IndexOfAny(['?', '[', ']']) is >= 0 and var position)
        {
            return $"'{pattern[position]}' is not supported in globs; use * for any part of a name";
        }

        if (!BracePattern.IsBalanced(pattern))
        {
            return "its braces are unbalanced, nested or too many; write alternatives such as {src,tests}/**";
        }

        try
        {
            BracePattern.Expand(pattern).ToList().ForEach(static single => new Matcher().AddInclude(single.TrimStart('!')));
            return null;
        }
        catch (ArgumentException)
        {
            return "it is not a glob; write one such as src/**/*.cs, with .. nowhere but at its start";
        }
    }

    public bool Matches(string text) => !Filter([text]).IsEmpty;

    /// <summary>Those of <paramref name="paths"/> that match; much cheaper than matching each on its own.</summary>
    public ImmutableHashSet<string> Filter(IEnumerable<string> paths)
    {
        // Matching is slow, and most files of a large repository are outside the folders that the patterns name.
        var candidates = paths.Where(MayMatch).ToArray();
        return candidates.Length == 0 ? [] : _matcher.Match(Root, candidates.Select(static path => Path.Combine(Root, path))).Files
            .Select(static match => match.Path)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    private bool MayMatch(string path)
    {
        foreach (var beginning in _beginnings)
        {
            if (path.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Git takes "**.cs" for "*.cs". The package's targets spell the globs out for MSBuild.
    private static string SpellOut(string pattern)
    {
        if (pattern.StartsWith('!'))
        {
            return $"!{SpellOut(pattern[1..])}";
        }

        var folder = pattern.TrimEnd('/', '\\');
        var glob = folder.Length == 0 || folder.Length == pattern.Length ? pattern : $"{folder}/**";
        return string.Join("/", glob.Split('/').Select(static name => name.StartsWith("**.", StringComparison.Ordinal) ? $"**/{name[1..]}" : name));
    }

    // The folders before the first wildcard; empty where they are not spelled as paths are.
    private static string BeginningOf(string pattern) =>
        pattern.StartsWith('.') || pattern.StartsWith('/') || pattern.Contains('\\', StringComparison.Ordinal) || pattern.Contains("//", StringComparison.Ordinal) || pattern.Contains("/.", StringComparison.Ordinal)
            ? ""
            : pattern.IndexOf('*', StringComparison.Ordinal) is >= 0 and var wildcard
                ? pattern[..(pattern.LastIndexOf('/', wildcard) + 1)]
                : pattern[..(pattern.LastIndexOf('/') + 1)];
}

/// <summary>Alternatives in globs, such as <c>{src,tests}/**</c>, which Microsoft.Extensions.FileSystemGlobbing does not support.</summary>
internal static class BracePattern
{
    // Alternatives multiply: {a,b}{a,b}{a,b}… could exhaust memory.
    private const int MaxBraces = 4;
    private const int MaxAlternatives = 1000;

    public static bool IsBalanced(string pattern)
    {
        var depth = 0;
        foreach (var character in pattern)
        {
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth is < 0 or > 1)
            {
                return false;
            }
        }

        return depth == 0 && pattern.Count(static character => character == '{') <= MaxBraces && CountOf(pattern) <= MaxAlternatives;
    }

    private static double CountOf(string pattern) =>
        pattern.Split('{').Skip(1).Aggregate(1.0, static (count, rest) => count * rest.Split('}')[0].Split(',').Length);

    /// <summary>One pattern per alternative; the pattern itself if it has no braces.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        var close = pattern.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open
            ? [pattern]
            : pattern[(open + 1)..close].Split(',').SelectMany(alternative => Expand($"{pattern[..open]}{alternative}{pattern[(close + 1)..]}"));
    }
}
