using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpecPush.References.Text;

/// <summary>Counts the carriage returns that no line feed follows. Each ends a line, as in files of old Macs.</summary>
internal static class LoneReturns
{
    /// <summary>A carriage return at the end of the text counts, too.</summary>
    public static int CountIn(ReadOnlySpan<byte> text)
    {
        var (count, index) = (0, 0);
        if (Vector128.IsHardwareAccelerated)
        {
            // Each round looks at 16 bytes, and at the 16 that begin one later.
            ref var start = ref MemoryMarshal.GetReference(text);
            for (; index < text.Length - Vector128<byte>.Count; index += Vector128<byte>.Count)
            {
                var returns = Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)index), Vector128.Create((byte)'\r'));
                var feeds = Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)index + 1), Vector128.Create((byte)'\n'));
                count += BitOperations.PopCount(Vector128.AndNot(returns, feeds).ExtractMostSignificantBits());
            }
        }

        for (; index < text.Length; index++)
        {
            count += text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n') ? 1 : 0;
        }

        return count;
    }
}
