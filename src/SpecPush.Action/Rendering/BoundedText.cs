using System.Globalization;
using System.Text;

namespace SpecPush.Actions.Rendering;

/// <summary>Lines that together stay within a number of UTF-8 bytes: the runner drops a summary that is too large as a whole.</summary>
internal sealed class BoundedText(int bytes)
{
    // For the line that says what was left out.
    private const int Reserve = 200;

    private readonly StringBuilder _text = new();
    private int _left = bytes - Reserve;

    public int Size => bytes;

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

        if (added < lines.Count)
        {
            AddLine();
            AddLine(string.Create(CultureInfo.InvariantCulture, $"*… and {lines.Count - added} more {things}, all of which are in the JSON report.*"));
        }
    }

    public override string ToString() => _text.ToString();

    private static int BytesOf(string line) => Encoding.UTF8.GetByteCount(line) + 1;
}
