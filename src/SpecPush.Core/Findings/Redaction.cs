using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SpecPush.Findings;

/// <summary>
/// Takes a secret out of what users see: a server or a library may quote it, and then it would be in a build log. It may quote it as an address, JSON, HTML
/// or Base64 has it; a secret that somebody else has disguised is not recognised.
/// </summary>
internal sealed class Redaction
{
    private const string Hidden = "***";

    // A shorter one is not a secret, and would tear words apart.
    private const int MinLength = 4;

    // Less of it as Base64 is in many words.
    private const int MinLengthInBase64 = 8;

    private readonly ImmutableArray<string> _forms;

    public Redaction(string? secret) => _forms = secret is { Length: >= MinLength } ? [secret, .. secret.Length < MinLengthInBase64 ? [] : InBase64(secret)] : [];

    /// <summary>The text without the secret.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Apply(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var form in _forms)
        {
            text = text.Replace(form, Hidden, StringComparison.OrdinalIgnoreCase);
            text = text.AsSpan().IndexOfAny('%', '\\', '&') < 0 ? text : WithoutEscaped(text, form);
        }

        return text;
    }

    /// <summary>The finding without the secret.</summary>
    public Finding Apply(Finding finding) => finding with { Message = Apply(finding.Message) };

    // It is encoded together with what is around it, so it may begin in one of three places of a group. The characters at both ends depend on the neighbours.
    private static IEnumerable<string> InBase64(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        foreach (var before in (int[])[0, 1, 2])
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var own = encoded[(before == 0 ? 0 : before + 1)..((before + bytes.Length) * 8 / 6)];
            yield return own;
            yield return own.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string WithoutEscaped(string text, string form)
    {
        var result = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            if ((EndOf(form, text, start, isRepeated: true) ?? EndOf(form, text, start, isRepeated: false)) is { } end)
            {
                result.Append(Hidden);
                start = end;
            }
            else
            {
                result.Append(text[start++]);
            }
        }

        return result.ToString();
    }

    private static int? EndOf(string form, string text, int start, bool isRepeated)
    {
        foreach (var character in form)
        {
            var length = LengthOf(character, text.AsSpan(start), isRepeated);
            if (length == 0)
            {
                return null;
            }

            start += length;
        }

        return start;
    }

    // Zero where something else is written there.
    private static int LengthOf(char character, ReadOnlySpan<char> text, bool isRepeated) => text switch
    {
        ['%', .. var rest] when LengthInAddress(character, rest, isRepeated) is > 0 and var length => 1 + length,
        ['\\', 'u' or 'U', '0', '0', .. var rest] when IsHexadecimal(character, rest) => 6,
        ['\\', 'x' or 'X', .. var rest] when IsHexadecimal(character, rest) => 4,
        ['&', .. var rest] when rest.IndexOf(';') is > 0 and <= 8 and var end && IsEntity(character, rest[..end]) => end + 2,
        ['\\', var escaped, ..] when AreEqual(escaped, character) => 2,
        [var plain, ..] when AreEqual(plain, character) => 1,
        _ => 0,
    };

    // Who escapes what is escaped already writes %252B.
    private static int LengthInAddress(char character, ReadOnlySpan<char> text, bool isRepeated)
    {
        var escapes = 0;
        while (isRepeated && text[escapes..] is ['2', '5', _, _, ..] && IsHexadecimal(text[(escapes + 2)..]))
        {
            escapes += 2;
        }

        return IsHexadecimal(character, text[escapes..]) ? escapes + 2 : 0;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text) => char.IsAsciiHexDigit(text[0]) && char.IsAsciiHexDigit(text[1]);

    private static bool IsHexadecimal(char character, ReadOnlySpan<char> text) =>
        text.Length >= 2 && byte.TryParse(text[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && AreEqual((char)code, character);

    private static bool IsEntity(char character, ReadOnlySpan<char> name) => name switch
    {
        "amp" => character == '&',
        "lt" => character == '<',
        "gt" => character == '>',
        "quot" => character == '"',
        "apos" => character == '\'',
        ['#', 'x' or 'X', .. var digits] => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code == character,
        ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code == character,
        _ => false,
    };

    private static bool AreEqual(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
