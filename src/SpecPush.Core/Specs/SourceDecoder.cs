using System.Text;

namespace SpecPush.Specs;

/// <summary>Decodes the bytes of a file.</summary>
internal static class SourceDecoder
{
    /// <summary>Far larger than any known spec (at most 128 KB), and far too small to delay a build.</summary>
    public const int MaximumSize = 1024 * 1024;

    // UTF-32 comes first, because its byte-order mark starts with UTF-16's.
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
            return WithoutNul(new SourceText(file.Path, encoding.GetString(content)));
        }
        catch (DecoderFallbackException invalid)
        {
            // What is before it may end in the middle of a character.
            var lenient = (Encoding)encoding.Clone();
            lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
            var valid = lenient.GetString(content[..Math.Min(Math.Max(invalid.Index, 0), content.Length)]);
            throw new UnreadableSpecException(YamlFindings.InvalidBytes(new SourceText(file.Path, valid).End, encoding.WebName));
        }
    }

    /// <summary>Returns the text unchanged.</summary>
    /// <exception cref="UnreadableSpecException">The text has a NUL character.</exception>
    public static SourceText WithoutNul(SourceText source)
    {
        var index = source.Text.IndexOf('\0', StringComparison.Ordinal);
        return index < 0 ? source : throw new UnreadableSpecException(YamlFindings.NulCharacter(new SourceText(source.Path, source.Text[..index]).End));
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
}
