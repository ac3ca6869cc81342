using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SpecPush.Reporting.Html;

/// <summary>A piece of HTML. What an interpolation puts into one is text and is escaped, unless it is itself a piece of HTML.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Empty { get; } = new("");

    public static Markup From(ref Interpolation interpolation) => new(interpolation.ToText());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(static part => part.Text)));

    public override string ToString() => Text;

    /// <summary>Lets the compiler hand literal text and values to <see cref="From"/> one by one.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation(int literalLength, int formattedCount)
    {
        // Letters of all languages as they are; characters that have a meaning in HTML, and invisible ones, as entities.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(string? text) => _text.Append(text is null ? "" : Encoder.Encode(text));

        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Markup part) => _text.Append(part.Text);

        public string ToText() => _text.ToString();
    }
}
