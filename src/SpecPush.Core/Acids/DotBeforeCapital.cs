using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpecPush.Acids;

/// <summary>Finds the two bytes that every ACID has, and that few other places in a text have: a dot and then a capital.</summary>
internal static class DotBeforeCapital
{
    private const byte Dot = (byte)'.';
    private const byte Letters = 'Z' - 'A';

    /// <summary>Where the first dot before a capital is; -1 if there is none.</summary>
    public static int IndexIn(ReadOnlySpan<byte> text)
    {
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            // Each round compares 32 bytes with a dot, and the 32 that begin one later with the capitals.
            ref var start = ref MemoryMarshal.GetReference(text);
            for (; index <= text.Length - Vector256<byte>.Count - 1; index += Vector256<byte>.Count)
            {
                var dots = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)index), Vector256.Create(Dot));
                var next = Vector256.LoadUnsafe(ref start, (nuint)index + 1) - Vector256.Create((byte)'A');
                var found = dots & Vector256.LessThanOrEqual(next, Vector256.Create(Letters));
                if (found != Vector256<byte>.Zero)
                {
                    return index + BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
                }
            }
        }

        for (; index < text.Length - 1; index++)
        {
            if (text[index] == Dot && char.IsAsciiLetterUpper((char)text[index + 1]))
            {
                return index;
            }
        }

        return -1;
    }
}
