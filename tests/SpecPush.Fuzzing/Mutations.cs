using System.Buffers.Binary;
using System.Text;

namespace SpecPush.Fuzzing;

/// <summary>Makes an input from others by a few small changes.</summary>
internal sealed class Mutations(Random random, IEnumerable<string> words, int maxLength)
{
    private const int MaxChanges = 6;

    private static readonly string[] OddTexts =
    [
        "\0", "\n", "\r\n", "\r", "\t", " ", "\u0085", "\u2028", "\u202E", "\uFEFF", "é", "😀", "\"", "'", "\\", "\\ud800", "\\u0000", "{", "}", "[", "]", ":", ",", "#", "-", "=", ";", "*", "!", "~", "null",
        "true", "0", "-1", "1e999", "9223372036854775808", "2147483648", "::", "%0A", "<script>", "..", "/", "@", "://", "$(x)", "feature.A.1",
    ];

    private static readonly byte[][] OddBytes = [[0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0x80], [0xF4, 0x90, 0x80, 0x80], [0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80]];

    private readonly byte[][] _words = [.. words.Concat(OddTexts).Select(Encoding.UTF8.GetBytes), .. OddBytes];

    public byte[] Change(byte[] input, byte[] other)
    {
        var changed = new List<byte>(input);
        for (var changes = random.Next(1, MaxChanges + 1); changes > 0; changes--)
        {
            ChangeOnce(changed, other);
        }

        return changed.Count > maxLength ? [.. changed.Take(maxLength)] : [.. changed];
    }

    private void ChangeOnce(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Length(bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Length(bytes.Count - at)));
                break;
            case 4:
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Length(other.Length - from)).ToArray());
                break;
            case 5:
                var word = _words[random.Next(_words.Length)];
                bytes.RemoveRange(at, Math.Min(word.Length, bytes.Count - at));
                bytes.InsertRange(at, word);
                break;
            case 6 when at + sizeof(int) <= bytes.Count:
                var number = BinaryPrimitives.ReadInt32LittleEndian(bytes.GetRange(at, sizeof(int)).ToArray()) + random.Next(-16, 17);
                for (var index = 0; index < sizeof(int); index++)
                {
                    bytes[at + index] = (byte)(number >> (8 * index));
                }

                break;
            case 7 when random.Next(20) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 8 when random.Next(20) == 0:
                var repeated = bytes.GetRange(at, Length(bytes.Count - at));
                for (var times = random.Next(2, 40); times > 0 && bytes.Count < maxLength; times--)
                {
                    bytes.InsertRange(at, repeated);
                }

                break;
            default:
                bytes.InsertRange(at, _words[random.Next(_words.Length)]);
                break;
        }
    }

    // Mostly a few bytes.
    private int Length(int most) => Math.Min(most, random.Next(4) == 0 ? random.Next(most + 1) : random.Next(1, 9));
}
