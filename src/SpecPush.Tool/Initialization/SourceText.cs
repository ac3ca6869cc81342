using System.Text;

namespace SpecPush.Tool.Initialization;

/// <summary>The text of a file that somebody else wrote, with what must remain of it: its byte-order mark and its line ends.</summary>
/// <param name="Text">Without the mark.</param>
/// <param name="HasMark">Whether the file begins with one.</param>
internal sealed record SourceText(string Text, bool HasMark)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null for what is not UTF-8: written back, it would be another file.</summary>
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

    /// <summary>The line end that the first line has.</summary>
    public string LineEnd => Text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && Text[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>What the first indented line is indented by.</summary>
    public string Indentation => Text.Split('\n')
        .Where(static line => line.Trim().Length > 0 && line[0] is ' ' or '\t')
        .Select(static line => line[..(line.Length - line.TrimStart().Length)])
        .FirstOrDefault() ?? "  ";
}
