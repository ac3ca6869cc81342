using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace SpecPush.Settings;

/// <summary>Globs, of which those that begin with <c>!</c> exclude. Used for paths and for branch names, which are alike.</summary>
internal sealed class PatternList
{
    // Any absolute folder will do: names are only compared, never opened.
    private static readonly string Root = OperatingSystem.IsWindows() ? @"C:\specpush" : "/specpush";

    private readonly Matcher _matcher = new(StringComparison.Ordinal);

    /// <summary>A list of exclusions only means "all but these"; an empty list matches nothing.</summary>
    public PatternList(ImmutableArray<string> patterns)
    {
        Patterns = [.. patterns.SelectMany(BracePattern.Expand)];
        if (!patterns.IsEmpty && patterns.All(static pattern => pattern.StartsWith('!')))
        {
            _matcher.AddInclude("**/*");
        }

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

    /// <summary>The globs, each without braces.</summary>
    public ImmutableArray<string> Patterns { get; }

    /// <summary>Why this is not a glob, as the end of a sentence; null if it is one.</summary>
    public static string? Complaint(string pattern)
    {
        if (pattern.IndexOfAny(['?', '[', ']']) is >= 0 and var position)
        {
            return $"'{pattern[position]}' is not supported in globs; use * for any part of a name";
        }

        if (!BracePattern.IsBalanced(pattern))
        {
            return "its braces do not match; write alternatives such as {src,tests}/**";
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

    /// <summary>Those of <paramref name="paths"/> that match; far cheaper than asking for each of many.</summary>
    public ImmutableHashSet<string> Filter(IEnumerable<string> paths) => _matcher.Match(Root, paths.Select(static path => Path.Combine(Root, path))).Files
        .Select(static match => match.Path)
        .ToImmutableHashSet(StringComparer.Ordinal);
}

/// <summary>Alternatives in globs, <c>{src,tests}/**</c>, which the library for globs does not know.</summary>
internal static class BracePattern
{
    // Alternatives multiply: {a,b}{a,b}{a,b}… could fill the memory.
    private const int MaxBraces = 4;

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

        return depth == 0 && pattern.Count(static character => character == '{') <= MaxBraces;
    }

    /// <summary>A pattern for each alternative; the pattern itself if it has none.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        var close = pattern.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open
            ? [pattern]
            : pattern[(open + 1)..close].Split(',').SelectMany(alternative => Expand($"{pattern[..open]}{alternative}{pattern[(close + 1)..]}"));
    }
}
