using System.Collections.Immutable;

namespace SpecPush.Planning;

/// <summary>A requirement's references, as many of them as one request can hold.</summary>
/// <param name="Kept">What is sent: those in tests first.</param>
/// <param name="Found">How many there are.</param>
internal sealed record ReferenceCut(AcidReferences Kept, int Found)
{
    // Half of a body, so that a spec that has to travel with the list fits beside it.
    private const int MaxSize = PushLimits.Body / 2;

    public bool IsShorter => Kept.References.Length < Found;

    public static ReferenceCut From(AcidReferences entry)
    {
        if (RequestBodies.SizeOf(entry) <= MaxSize)
        {
            return new ReferenceCut(entry, entry.References.Length);
        }

        var size = entry.Acid.Length + 6;
        var kept = entry.References
            .OrderByDescending(static reference => reference.IsTest)
            .TakeWhile(reference => (size += RequestBodies.SizeOf(reference)) <= MaxSize)
            .ToImmutableArray();
        return new ReferenceCut(entry with { References = kept }, entry.References.Length);
    }
}
