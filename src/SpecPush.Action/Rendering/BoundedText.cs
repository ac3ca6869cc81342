using System.Globalization;
using System.Text;

namespace SpecPush.Actions.Rendering;

/// <summary>Limits the size of a text in UTF-8 bytes, because the runner drops a summary completely if it is too large.</summary>
internal sealed class BoundedText(int bytes)
{
    // For the line that says how much was omitted.
    private const int Reserve = 200;

    // For all of these lines and for titles, which are always added.
    private const int TitlesReserve = 4_000;

    private readonly StringBuilder _text = new();
    private int _left = bytes - TitlesReserve;

    public int Size => bytes;

    public int Left => _left;

    public void AddLine(string line = "")
    {
        _left -= BytesOf(line);
        _text.Append(line).Append('\n');
    }

    /// <summary>Adds as many lines as fit into a part of the text, and says how many did not.</summary>
    /// <param name="lines">The lines, one for each thing.</param>
    /// <param name="part">The size of the part, in bytes.</param>
    /// <param name="things">What to call the things.</param>
    public void AddLines(IReadOnlyCollection<string> lines, int part, string things)
    {
        var room = Math.Min(part, _left) - Reserve;
        var added = 0;
        foreach (var line in lines)
        {
            room -= BytesOf(line);
            if (room < 0)
            {
                break;
            }

            AddLine(line);
            added++;
        }

        AddLeftOut(lines.Count - added, things);
    }

    /// <summary>Says how many things were omitted, if any.</summary>
    public void AddLeftOut(int count, string things)
    {
        if (count > 0)
        {
            AddLine();
            AddLine(string.Create(CultureInfo.InvariantCulture, $"*… and {count} more {things}, all of which are in the JSON report.*"));
        }
    }

    /// <summary>Adds lines folded behind one line of HTML, or nothing if not even that line fits.</summary>
    /// <param name="summary">The visible line.</param>
    /// <param name="lines">The lines, one for each thing.</param>
    /// <param name="part">The size of the part, in bytes.</param>
    /// <param name="things">What to call the things.</param>
    /// <param name="header">Text before the lines.</param>
    public bool AddFolded(string summary, IReadOnlyCollection<string> lines, int part, string things, string? header = null)
    {
        if (BytesOf(summary) + BytesOf(header ?? "") + (2 * Reserve) > Math.Min(part, _left))
        {
            return false;
        }

        AddLine($"<details><summary>{summary}</summary>");
        AddLine();
        if (header is not null)
        {
            AddLine(header);
        }

        AddLines(lines, part, things);
        AddLine();
        AddLine("</details>");
        AddLine();
        return true;
    }

    public override string ToString() => _text.ToString();

    private static int BytesOf(string line) => Encoding.UTF8.GetByteCount(line) + 1;
}
