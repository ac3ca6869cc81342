using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Text;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Turns the bytes of a file into text.</summary>
internal static class SourceDecoder
{
    /// <summary>Far above any spec that people wrote (the largest known one has 128 KB), far below what could hold up a build.</summary>
    public const int MaximumSize = 1024 * 1024;

    // UTF-32 first: its mark begins with that of UTF-16.
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Unmarked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of the file without its byte-order mark.</summary>
    /// <exception cref="UnreadableSpecException">The file is too large or not text.</exception>
    public static SourceText Decode(SpecFile file)
    {
        if (file.Content.Length > MaximumSize)
        {
            throw new UnreadableSpecException(YamlFindings.TooLarge(file.Path, file.Content.Length, MaximumSize));
        }

        var content = file.Content.Span;
        var encoding = EncodingOf(content);
        content = content[encoding.Preamble.Length..];
        try
        {
            var source = new SourceText(file.Path, encoding.GetString(content));
            RefuseNul(source);
            return source;
        }
        catch (DecoderFallbackException invalid)
        {
            var valid = encoding.GetString(content[..Math.Max(0, invalid.Index)]);
            throw new UnreadableSpecException(YamlFindings.InvalidBytes(new SourceText(file.Path, valid).End, encoding.WebName));
        }
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> content)
    {
        foreach (var encoding in Marked)
        {
            if (content.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return Unmarked;
    }

    private static void RefuseNul(SourceText source)
    {
        var index = source.Text.IndexOf('\0', StringComparison.Ordinal);
        if (index >= 0)
        {
            throw new UnreadableSpecException(YamlFindings.NulCharacter(new SourceText(source.Path, source.Text[..index]).End));
        }
    }
}

/// <summary>The text of one file, by lines.</summary>
internal sealed partial class SourceText(string path, string text)
{
    private readonly ImmutableArray<string> _lines = [.. LineBreak().Split(text)];

    public string Path { get; } = path;

    public string Text { get; } = text;

    public int LineCount => _lines.Length;

    /// <summary>Where the text ends.</summary>
    public SourceLocation End => At(_lines.Length, _lines[^1].Length + 1);

    public SourceLocation At(int line, int column) => new(Path, line, column);

    /// <summary>The line with this number, from 1; empty beyond the end.</summary>
    public string Line(int number) => number >= 1 && number <= _lines.Length ? _lines[number - 1] : "";

    // As YamlDotNet counts lines, so that its positions fit these lines.
    [GeneratedRegex("\r\n|[\r\n\u0085\u2028\u2029]")]
    private static partial Regex LineBreak();
}
