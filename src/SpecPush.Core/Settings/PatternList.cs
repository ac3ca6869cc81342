using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace SpecPush.Settings;

/// <summary>Globs, of which those that begin with <c>!</c> exclude. Used for paths and for branch names, which are alike.</summary>
internal sealed class PatternList
{
    private readonly Matcher _matcher = new(StringComparison.Ordinal);

    /// <summary>A list of exclusions alone means "all but these"; an empty list matches nothing.</summary>
    public PatternList(ImmutableArray<string> patterns)
    {
        Patterns = patterns;
        if (!patterns.IsEmpty && patterns.All(static pattern => pattern.StartsWith('!')))
        {
            _matcher.AddInclude("**/*");
        }

        foreach (var pattern in patterns)
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

    public ImmutableArray<string> Patterns { get; }

    /// <summary>Whether this is a glob: <c>..</c>, for one, stands at its start or nowhere.</summary>
    public static bool IsValid(string pattern)
    {
        try
        {
            new Matcher().AddInclude(pattern.TrimStart('!'));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public bool Matches(string text) => _matcher.Match(text).HasMatches;

    /// <summary>Those of <paramref name="paths"/> that match; far cheaper than asking for each of many.</summary>
    public ImmutableHashSet<string> Filter(IEnumerable<string> paths)
    {
        // Any absolute folder will do: the paths are only compared, never opened.
        var root = Path.Combine(Path.GetTempPath(), "specpush");
        return _matcher.Match(root, paths.Select(path => Path.Combine(root, path))).Files
            .Select(static match => match.Path)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }
}
