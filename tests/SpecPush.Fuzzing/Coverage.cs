using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace SpecPush.Fuzzing;

/// <summary>
/// What the instrumented code noted: for each pair of branches that were taken one after the other how often, in the memory that AFL would share.
/// Counts are compared by their order of magnitude, as AFL does, so that a loop that runs once more is nothing new.
/// </summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = _counts;

    /// <summary>How many pairs there were so far.</summary>
    public int Edges { get; private set; }

    public void Forget()
    {
        Edges = 0;
        Array.Clear(_seen);
    }

    public void Begin()
    {
        NativeMemory.Clear(_counts, Size);
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether there was anything since <see cref="Begin"/> that there was not before.</summary>
    public bool IsNew()
    {
        var isNew = false;
        for (var start = 0; start < Size; start += sizeof(ulong))
        {
            if (*(ulong*)(_counts + start) == 0)
            {
                continue;
            }

            for (var place = start; place < start + sizeof(ulong); place++)
            {
                isNew |= _counts[place] != 0 && Note(place);
            }
        }

        return isNew;
    }

    public void Dispose()
    {
        // Instrumented code may still run on another thread, so its memory stays.
        Begin();
    }

    private bool Note(int place)
    {
        var magnitude = (byte)(1 << Math.Min(7, BitOperations.Log2(_counts[place])));
        if ((_seen[place] & magnitude) != 0)
        {
            return false;
        }

        Edges += _seen[place] == 0 ? 1 : 0;
        _seen[place] |= magnitude;
        return true;
    }
}
