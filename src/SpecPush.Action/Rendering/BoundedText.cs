using System.Globalization;
using System.Text;

namespace SpecPush.Actions.Rendering;

/// <summary>Lines that together stay within a number of UTF-8 bytes: the runner drops a summary that is too large as a whole.</summary>
internal sealed class BoundedText(int bytes)
{
    // For the line that says what was left out.
    private const int Reserve = 200;

    // For all of these lines, and for titles, which are added whatever is left.
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

    /// <summary>Adds as many of the lines as fit into a part of the room, and says how many did not.</summary>
    /// <param name="lines">Each stands for one thing.</param>
    /// <param name="part">Bytes.</param>
    /// <param name="things">What they are called.</param>
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

    /// <summary>Says how many things there are besides those that were added, if there are any.</summary>
    public void AddLeftOut(int count, string things)
    {
        if (count > 0)
        {
            AddLine();
            AddLine(string.Create(CultureInfo.InvariantCulture, $"*… and {count} more {things}, all of which are in the JSON report.*"));
        }
    }

    /// <summary>Adds the same, folded behind one line that is HTML; adds nothing where not even that line has room.</summary>
    /// <param name="summary">The line that is shown.</param>
    /// <param name="lines">Each stands for one thing.</param>
    /// <param name="part">Bytes.</param>
    /// <param name="things">What they are called.</param>
    /// <param name="header">Lines before them.</param>
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
