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
        if (Vector128.IsHardwareAccelerated)
        {
            // Each round looks at 16 bytes, at the 16 that begin one later, and at the 16 that begin two later. Wider vectors would not be used in
            // native code, which is compiled for every processor of an architecture.
            ref var start = ref MemoryMarshal.GetReference(text);
            var letters = Vector128.Create(Letters);
            for (; index <= text.Length - Vector128<byte>.Count - 2; index += Vector128<byte>.Count)
            {
                var dots = Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)index), Vector128.Create(Dot));
                if (dots == Vector128<byte>.Zero)
                {
                    continue;
                }

                var capitals = Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref start, (nuint)index + 1) - Vector128.Create((byte)'A'), letters);
                var small = Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref start, (nuint)index + 2) - Vector128.Create((byte)'a'), letters);
                var found = Vector128.AndNot(dots & capitals, small);
                if (found != Vector128<byte>.Zero)
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
