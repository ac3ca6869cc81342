using System.Globalization;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>The findings about a spec's YAML.</summary>
internal static class YamlFindings
{
    public static Finding TooLarge(string path, int size, int maximum) => TooMuch(new SourceLocation(path),
        string.Create(CultureInfo.InvariantCulture, $"The file has {size:N0} bytes and a spec at most {maximum:N0}; split it into several features."));

    public static Finding InvalidBytes(SourceLocation place, string encoding) => Error("SPUSH1002", place,
        $"The bytes from here on are not {encoding} text; save the file as UTF-8.");

    public static Finding NulCharacter(SourceLocation place) => Error("SPUSH1026", place,
        "There is a NUL character here, which the server cannot store; remove it, or save the file as UTF-8 if it is UTF-16 without a byte-order mark.");

    public static Finding InvalidSyntax(SourceLocation place, string problem) => Error("SPUSH1001", place,
        $"The file is not valid YAML, here or just before: {problem}; check indentation, colons, quotes and brackets.");

    public static Finding ColonInText(SourceLocation place) => Error("SPUSH1030", place,
        "This colon turns the text before it into a key, which is not allowed here; put quotes around a text with a colon, or align the line if it is a key.");

    public static Finding SpecialStart(SourceLocation place, char character) => NeedsOtherQuotes(place, character switch
    {
        '"' or '\'' => $"A value that begins with {character} must end with it, with no other {character} in between; put the other kind of quotes around the whole text.",
        '|' or '>' => $"Nothing may follow {character} on its line; put the text on the next lines, further to the right, or in quotes.",
        '[' or '{' => $"What begins with {character} must end with its closing bracket, and nothing may follow it; put the value in quotes if it is a text.",
        _ => $"A text cannot begin with {character}, which has a special meaning in YAML; put the text in quotes.",
    });

    public static Finding InvalidEscape(SourceLocation place) => NeedsOtherQuotes(place,
        "In double quotes \\ begins an escape sequence, and YAML does not have this one; write \\\\, or use single quotes.");

    public static Finding TabIndentation(SourceLocation place) => Error("SPUSH1032", place,
        "The line is indented with a tab, which YAML does not allow; use spaces.");

    public static Finding ListUnderText(SourceLocation place) => Error("SPUSH1033", place,
        "A list cannot follow text that begins on the line of its key; put | after the key and the text with its list on the next lines, further to the right.");

    public static Finding TextAfterComment(SourceLocation place) => Error("SPUSH1034", place,
        "Everything after this # is a comment, which ends the text, so the next line cannot continue it; put the text in quotes or under |.");

    public static Finding TooDeep(SourceLocation place, int maximum) => TooMuch(place,
        $"The YAML is nested more than {maximum} levels deep; a spec needs seven.");

    public static Finding TooManyNodes(SourceLocation place, int maximum) => TooMuch(place,
        string.Create(CultureInfo.InvariantCulture, $"The YAML has more than {maximum:N0} keys and values, counting everything that each alias expands to; write less, or split the file."));

    public static Finding MergeKey(SourceLocation place) => NotSupported(place,
        "Merge keys (<<) are not read; write the keys out.");

    public static Finding KeyIsNotText(SourceLocation place) => NotSupported(place,
        "A key must be a single text; this is a list or a mapping.");

    public static Finding UnusedAnchor(SourceLocation place, string name) => Warning("SPUSH1027", place,
        $"&{Quote.Shorten(name)} is not part of the text, because & begins an anchor in YAML; put the text in quotes, or remove the anchor, which nothing uses.");

    public static Finding LostText(SourceLocation place, string comment) => Warning("SPUSH1021", place,
        $"{Quote.InQuotes(comment)} is a comment and not part of the text; put the text in quotes if it belongs to it, or a space after # if it does not.");

    public static Finding FurtherDocument(SourceLocation place) => Warning("SPUSH1024", place,
        "This document of the file is not read, because a file describes one feature; move it to its own file.");

    public static Finding ForeignFormat(string path) => new("SPUSH1004", Severity.Message,
        "The file has no top-level feature key, so it is treated as another tool's file and ignored.", new SourceLocation(path));

    public static Finding Empty(string path) => Warning("SPUSH1029", new SourceLocation(path),
        "The file is empty; describe a feature in it, or remove it.");

    private static Finding TooMuch(SourceLocation place, string message) => Error("SPUSH1003", place, message);

    private static Finding NotSupported(SourceLocation place, string message) => Error("SPUSH1028", place, message);

    private static Finding NeedsOtherQuotes(SourceLocation place, string message) => Error("SPUSH1031", place, message);

    private static Finding Error(string code, SourceLocation place, string message) => new(code, Severity.Error, message, place);

    private static Finding Warning(string code, SourceLocation place, string message) => new(code, Severity.Warning, message, place);
}
