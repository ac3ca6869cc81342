using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SpecPush.Findings;

namespace SpecPush.Reporting.Html;

/// <summary>A piece of HTML. Interpolated values are escaped, unless they are markup themselves.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Empty { get; } = new("");

    public static Markup From(ref Interpolation interpolation) => new(interpolation.ToText());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(static part => part.Text)));

    public override string ToString() => Text;

    /// <summary>Receives the literal text and the values of an interpolated string from the compiler.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation(int literalLength, int formattedCount)
    {
        // Keeps letters of all languages, and encodes invisible characters and those with a meaning in HTML.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(string? text) => _text.Append(text is null ? "" : Encoder.Encode(Directed(text)));

        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Markup part) => _text.Append(part.Text);

        // An entity turns the direction of what follows it as well.
        private static string Directed(string text) =>
            text.Any(OneLine.IsInvisible) ? string.Concat(text.Select(static character => OneLine.IsInvisible(character) && !char.IsWhiteSpace(character) ? ' ' : character)) : text;

        public string ToText() => _text.ToString();
    }
}
