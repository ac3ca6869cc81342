using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpecPush.Testing;

/// <summary>Finds a secret in whatever form it was written.</summary>
internal static class Canary
{
    /// <summary>A secret that no text has by chance, and that looks different in each form.</summary>
    public const string Secret = "+7/&\"<>'%=acai_c4nary_f3b9d21c8e04a56";

    private const string NotEscapedInMarkdown = ",;'/ ";

    // So much of its beginning or its end gives it away as well.
    private const int Part = 10;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The forms, by their names.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        (string Name, string Text)[] texts =
        [
            ("plain", secret),
            ("address", Uri.EscapeDataString(secret)),
            ("address in lower case", LowerCaseEscapes(Uri.EscapeDataString(secret))),
            ("address in an address", Uri.EscapeDataString(Uri.EscapeDataString(secret))),
            ("form", WebUtility.UrlEncode(secret)),
            ("JSON", JsonSerializer.Serialize(secret)[1..^1]),
            ("JSON with few escapes", JsonSerializer.Serialize(secret, Relaxed)[1..^1]),
            ("HTML", WebUtility.HtmlEncode(secret)),
            ("HTML with names", secret.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)),
            ("workflow command", secret.Replace("%", "%25", StringComparison.Ordinal)),
            ("Markdown", string.Concat(secret.Select(Markdown))),
            .. Enumerable.Range(0, 3).Select(before => ($"Base64 after {before} bytes", InBase64(bytes, before))),
            .. Enumerable.Range(0, 3).Select(before => ($"Base64 for addresses after {before} bytes", InBase64(bytes, before).Replace('+', '-').Replace('/', '_'))),
        ];
        return texts.Select(static form => (form.Name, Encoding.UTF8.GetBytes(form.Text))).Append(("UTF-16", Encoding.Unicode.GetBytes(secret)));
    }

    /// <summary>All forms in one text, as a server may answer with them. Base64 is of a whole sentence, as it would be.</summary>
    public static string InAllForms(string secret) => string.Join(
        " and ",
        [
            .. Forms(secret).Where(static form => form.Name is not "UTF-16" && !form.Name.StartsWith("Base64", StringComparison.Ordinal)).Select(static form => Encoding.UTF8.GetString(form.Bytes)),
            .. new[] { "", "B", "Be", "Bearer " }.Select(before => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{secret}, they said"))),
        ]);

    /// <summary>Whether it, or a part of it, is there in any form.</summary>
    public static bool IsIn(ReadOnlySpan<byte> content, string secret) => FindForm(content, secret) is not null;

    /// <inheritdoc cref="IsIn(ReadOnlySpan{byte}, string)"/>
    public static bool IsIn(string content, string secret) => IsIn(Encoding.UTF8.GetBytes(content), secret);

    /// <summary>The name of the form in which it is there; null where it is not.</summary>
    public static string? FindForm(ReadOnlySpan<byte> content, string secret)
    {
        foreach (var (name, bytes) in (IEnumerable<(string, byte[])>)[.. Forms(secret[..Part]), .. Forms(secret[^Part..])])
        {
            if (content.IndexOf(bytes) >= 0)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Each file below the folders in which it is, with its form; packed files are unpacked.</summary>
    public static string[] FindFiles(string secret, params IEnumerable<string> folders) =>
    [
        .. folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            .Select(file => (file, form: Content.AllOf(file).Select(content => FindForm(content, secret)).FirstOrDefault(static form => form is not null)))
            .Where(static found => found.form is not null)
            .Select(static found => $"{found.file}: {found.form}"),
    ];

    // Without the characters at both ends, which depend on the neighbours.
    private static string InBase64(byte[] bytes, int before) =>
        Convert.ToBase64String([.. new byte[before], .. bytes])[(before == 0 ? 0 : before + 1)..((before + bytes.Length) * 8 / 6)];

    private static string LowerCaseEscapes(string address) =>
        string.Concat(address.Split('%').Select(static (part, index) => index == 0 ? part : $"%{part[..2].ToLowerInvariant()}{part[2..]}"));

    private static string Markdown(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ when char.IsAsciiLetterOrDigit(character) || NotEscapedInMarkdown.Contains(character, StringComparison.Ordinal) => character.ToString(),
        _ => $"\\{character}",
    };
}
