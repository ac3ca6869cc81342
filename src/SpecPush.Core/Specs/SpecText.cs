using System.Text;

namespace SpecPush.Specs;

/// <summary>Bytes to text.</summary>
internal static class SpecText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte-order mark, or null and the offset of the first byte that is not UTF-8.</summary>
    public static (string? Text, int InvalidAt) Decode(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..])
        {
            return (Encoding.Unicode.GetString(content[2..]), -1);
        }

        if (content is [0xFE, 0xFF, ..])
        {
            return (Encoding.BigEndianUnicode.GetString(content[2..]), -1);
        }

        var mark = content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return (StrictUtf8.GetString(content[mark..]), -1);
        }
        catch (DecoderFallbackException exception)
        {
            return (null, mark + Math.Max(0, exception.Index));
        }
    }
}
