using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpecPush.Acids;

/// <summary>
/// Finds what every ACID has and other text rarely has: a dot and a capital letter that no lowercase letter follows. Without the
/// third condition, every member access in a language such as C# would match.
/// </summary>
internal static class DotBeforeCapital
{
    private const byte Dot = (byte)'.';
    private const byte Letters = 'Z' - 'A';
    private const byte ToSmall = 'a' - 'A';

    /// <summary>The index of the first such dot; -1 if there is none.</summary>
    public static int IndexIn(ReadOnlySpan<byte> text)
    {
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            // Each round looks at 32 bytes, at the 32 that begin one later, and at the 32 that begin two later.
            ref var start = ref MemoryMarshal.GetReference(text);
            var letters = Vector256.Create(Letters);
            for (; index <= text.Length - Vector256<byte>.Count - 2; index += Vector256<byte>.Count)
            {
                var dots = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)index), Vector256.Create(Dot));
                if (dots == Vector256<byte>.Zero)
                {
                    continue;
                }

                var capitals = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)index + 1) - Vector256.Create((byte)'A'), letters);
                var small = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)index + 2) - Vector256.Create((byte)'a'), letters);
                var found = Vector256.AndNot(dots & capitals, small);
                if (found != Vector256<byte>.Zero)
                {
                    return index + BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
                }
            }
        }

        for (; index < text.Length - 1; index++)
        {
            if (text[index] == Dot && IsCapital(text[index + 1]) && (index + 2 >= text.Length || !IsCapital((byte)(text[index + 2] - ToSmall))))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsCapital(byte value) => char.IsAsciiLetterUpper((char)value);
}
