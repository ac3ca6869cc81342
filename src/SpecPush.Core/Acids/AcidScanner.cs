using System.Text;

namespace SpecPush.Acids;

/// <summary>
/// Finds the same matches in UTF-8 text as the official pattern, <c>\b[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?\b</c> with
/// ASCII word boundaries. It is faster than a regular expression because a dot before a capital letter is rare in most files.
/// On request it also finds a feature and a group without a number, such as <c>cart.LINES</c>. Much source code looks like that, so
/// the caller must compare these matches with the groups that exist.
/// </summary>
internal ref struct AcidScanner(ReadOnlySpan<byte> text, bool includeGroups = false)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next;
    private int _lastAcidEnd;

    /// <summary>Where the current match begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current match has ended.</summary>
    public int End { get; private set; }

    /// <summary>Whether the current match lacks a requirement's number.</summary>
    public bool IsGroup { get; private set; }

    /// <summary>The current match.</summary>
    public readonly ReadOnlySpan<byte> Current => _text[Start..End];

    /// <summary>Advances to the next match after the end of the current one.</summary>
    public bool MoveNext()
    {
        while (DotBeforeCapital.IndexIn(_text[_next..]) is >= 0 and var found)
        {
            var dot = _next + found;
            _next = dot + 1;
            if (FindEnd(dot + 1) is var end and > 0 && FindStart(dot) is var start and >= 0)
            {
                (Start, End, IsGroup) = (start, end, false);
                _next = _lastAcidEnd = end;
                return true;
            }

            if (includeGroups && FindGroup(dot))
            {
                return true;
            }
        }

        return false;
    }

    private bool FindGroup(int dot)
    {
        var start = dot;
        while (start > 0 && IsName(_text[start - 1]))
        {
            start--;
        }

        var end = dot + 1;
        while (end < _text.Length && IsGroupCharacter(_text[end]))
        {
            end++;
        }

        if (start == dot || (start > 0 && _text[start - 1] == '.') || Continues(end))
        {
            return false;
        }

        (Start, End, IsGroup) = (start, end, true);
        return true;
    }

    // Whether a word continues, or another part follows a dot: then this is an ACID, or something else entirely.
    private readonly bool Continues(int end) =>
        end < _text.Length && (IsName(_text[end]) || (_text[end] == '.' && end + 1 < _text.Length && IsName(_text[end + 1])));

    private readonly int FindEnd(int group)
    {
        var position = group + 1;
        while (position < _text.Length && IsGroupCharacter(_text[position]))
        {
            position++;
        }

        if (position >= _text.Length || _text[position] != '.')
        {
            return -1;
        }

        var number = SkipDigits(position + 1);
        if (number == position + 1)
        {
            return -1;
        }

        if (number < _text.Length && _text[number] == '-')
        {
            var subNumber = SkipDigits(number + 1);
            if (subNumber > number + 1 && !IsWordAt(subNumber))
            {
                return subNumber;
            }
        }

        return IsWordAt(number) ? -1 : number;
    }

    // The name must not overlap the previous match, but the byte before it still decides whether there is a word boundary.
    private readonly int FindStart(int dot)
    {
        var start = dot;
        while (start > _lastAcidEnd && IsName(_text[start - 1]))
        {
            start--;
        }

        while (start < dot && IsWordAt(start - 1) == IsWordAt(start))
        {
            start++;
        }

        return start < dot ? start : -1;
    }

    private readonly int SkipDigits(int position)
    {
        while (position < _text.Length && char.IsAsciiDigit((char)_text[position]))
        {
            position++;
        }

        return position;
    }

    private readonly bool IsWordAt(int position) =>
        position >= 0 && position < _text.Length && (char.IsAsciiLetterOrDigit((char)_text[position]) || _text[position] == '_');

    private static bool IsUpper(byte value) => char.IsAsciiLetterUpper((char)value);

    private static bool IsGroupCharacter(byte value) => IsUpper(value) || char.IsAsciiDigit((char)value) || value is (byte)'_' or (byte)'-';

    private static bool IsName(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-';
}

/// <summary>Finds ACIDs in text.</summary>
internal static class AcidPattern
{
    /// <summary>Every ACID in <paramref name="text"/>, from left to right, including repeated ones.</summary>
    public static IReadOnlyList<string> FindAll(string text)
    {
        var found = new List<string>();
        var scanner = new AcidScanner(Encoding.UTF8.GetBytes(text));
        while (scanner.MoveNext())
        {
            found.Add(Encoding.ASCII.GetString(scanner.Current));
        }

        return found;
    }
}
