using System.Text.RegularExpressions;

namespace SpecPush.Specs;

/// <summary>
/// What is matched in the text of specs. Generated with the core; compilers and editors run on frameworks that know no generated ones,
/// so that for them each is built when it is first needed.
/// </summary>
internal static partial class SpecPatterns
{
    // The feature's and the product's; group keys have the same characters.
    private const string NamePattern = @"^[A-Za-z0-9_-]+\z";

    private const string VersionPattern = @"^[0-9]+\.[0-9]+\.[0-9]+\z";

    // "1-0" is excluded by the format: the parent itself is the zeroth item.
    private const string IdPattern = @"^[0-9]+(-0*[1-9][0-9]*)?\z";

    private const string UnderscoredIdPattern = @"^[0-9]+_0*[1-9][0-9]*\z";

    private const string FeatureKeyPattern = """\bfeature["']?[ \t]*:""";

    // As YamlDotNet counts lines, so that its positions fit these lines.
    private const string LineBreakPattern = "\r\n|[\r\n\u0085\u2028\u2029]";

    private const string IndentationPattern = @"^[ \t]*";

    // A key, or the dash of a list, and a value behind it.
    private const string EntryPattern =
        """^ *(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#:-][^:#]*): +(?<value>\S.*)$|^ *(?:- +)+(?<value>\S.*)$""";

    private const string CommentPattern = "[^ ] #";

#if NET
    [GeneratedRegex(NamePattern)]
    public static partial Regex Name { get; }

    [GeneratedRegex(VersionPattern)]
    public static partial Regex Version { get; }

    [GeneratedRegex(IdPattern)]
    public static partial Regex Id { get; }

    [GeneratedRegex(UnderscoredIdPattern)]
    public static partial Regex UnderscoredId { get; }

    [GeneratedRegex(FeatureKeyPattern)]
    public static partial Regex FeatureKey { get; }

    [GeneratedRegex(LineBreakPattern)]
    public static partial Regex LineBreak { get; }

    [GeneratedRegex(IndentationPattern)]
    public static partial Regex Indentation { get; }

    [GeneratedRegex(EntryPattern)]
    public static partial Regex Entry { get; }

    [GeneratedRegex(CommentPattern)]
    public static partial Regex Comment { get; }
#else
    public static Regex Name { get; } = new(NamePattern);

    public static Regex Version { get; } = new(VersionPattern);

    public static Regex Id { get; } = new(IdPattern);

    public static Regex UnderscoredId { get; } = new(UnderscoredIdPattern);

    public static Regex FeatureKey { get; } = new(FeatureKeyPattern);

    public static Regex LineBreak { get; } = new(LineBreakPattern);

    public static Regex Indentation { get; } = new(IndentationPattern);

    public static Regex Entry { get; } = new(EntryPattern);

    public static Regex Comment { get; } = new(CommentPattern);
#endif
}
