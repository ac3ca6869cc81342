namespace SpecPush.References.Text;

/// <summary>
/// Finds names of a feature and a group without a requirement's number behind them, such as <c>cart.LINES</c>. Much in source code looks like
/// that; who asks compares with the groups that there are.
/// </summary>
internal ref struct GroupScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next;
    private int _end;

    /// <summary>Where the current match begins.</summary>
    public int Start { get; private set; }

    /// <summary>The current match.</summary>
    public readonly ReadOnlySpan<byte> Current => _text[Start.._end];

    public bool MoveNext()
    {
        while (_text[_next..].IndexOf((byte)'.') is >= 0 and var found)
        {
            var dot = _next + found;
            var end = dot + 1;
            while (end < _text.Length && IsOfGroup(_text[end]))
            {
                end++;
            }

            var start = dot;
            while (start > _next && IsOfName(_text[start - 1]))
            {
                start--;
            }

            _next = dot + 1;
            if (start < dot && end > dot + 1 && char.IsAsciiLetterUpper((char)_text[dot + 1]) && !IsDotAt(start - 1) && !GoesOn(end))
            {
                Start = start;
                _end = end;
                return true;
            }
        }

        return false;
    }

    // Into a word, or into a further part behind a dot: then it is something else, or an ACID.
    private readonly bool GoesOn(int end) =>
        end < _text.Length && (IsOfName(_text[end]) || (_text[end] == '.' && end + 1 < _text.Length && IsOfName(_text[end + 1])));

    private readonly bool IsDotAt(int position) => position >= 0 && _text[position] == '.';

    private static bool IsOfGroup(byte value) => char.IsAsciiLetterUpper((char)value) || char.IsAsciiDigit((char)value) || value is (byte)'_' or (byte)'-';

    private static bool IsOfName(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-';
}
