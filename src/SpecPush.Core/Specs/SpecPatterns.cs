using System.Text.RegularExpressions;

namespace SpecPush.Specs;

/// <summary>
/// The regular expressions for specs. The core generates them at compile time. The analyzer targets .NET Standard 2.0, which has no
/// generated ones, and creates each on first use.
/// </summary>
internal static partial class SpecPatterns
{
    // For the names of features and products; group keys have the same characters.
    private const string NamePattern = @"^[A-Za-z0-9_-]+\z";

    private const string VersionPattern = @"^[0-9]+\.[0-9]+\.[0-9]+\z";

    // The format excludes "1-0": the parent itself counts as item zero.
    private const string IdPattern = @"^[0-9]+(-0*[1-9][0-9]*)?\z";

    private const string UnderscoredIdPattern = @"^[0-9]+_0*[1-9][0-9]*\z";

    private const string FeatureKeyPattern = """\bfeature["']?[ \t]*:""";

    // The line breaks that YamlDotNet counts, so that its positions match these lines.
    private const string LineBreakPattern = "\r\n|[\r\n\u0085\u2028\u2029]";

    private const string IndentationPattern = @"^[ \t]*";

    // A key, or the dash of a list item, followed by a value.
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
