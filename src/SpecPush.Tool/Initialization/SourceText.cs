using System.Text;

namespace SpecPush.Tool.Initialization;

/// <summary>The text of an existing file, with its byte-order mark and line ends, which must be kept.</summary>
/// <param name="Text">Without the byte-order mark.</param>
/// <param name="HasMark">Whether the file begins with a byte-order mark.</param>
internal sealed record SourceText(string Text, bool HasMark)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null if the file is not UTF-8, because writing it back would change it.</summary>
    public static SourceText? Decode(ReadOnlySpan<byte> content)
    {
        var hasMark = content.StartsWith("\uFEFF"u8);
        try
        {
            return new SourceText(Strict.GetString(hasMark ? content[3..] : content), hasMark);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public byte[] Encode() => HasMark ? [.. "\uFEFF"u8, .. Strict.GetBytes(Text)] : Strict.GetBytes(Text);

    /// <summary>The line end of the first line.</summary>
    public string LineEnd => Text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && Text[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>The indentation of the first indented line.</summary>
    public string Indentation => Text.Split('\n')
        .Where(static line => line.Trim().Length > 0 && line[0] is ' ' or '\t')
        .Select(static line => line[..(line.Length - line.TrimStart().Length)])
        .FirstOrDefault() ?? "  ";
}
