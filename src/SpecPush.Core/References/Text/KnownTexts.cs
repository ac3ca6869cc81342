using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>What contents refer to, as far as they were read before.</summary>
/// <param name="Texts">By content; one without references is there, too.</param>
/// <param name="Learns">Whether what is read now should be known the next time.</param>
internal sealed record KnownTexts(IReadOnlyDictionary<BlobId, TextReference[]> Texts, bool Learns)
{
    // What refers to more is read each time, so that a memory of many contents stays small.
    private const int MaxReferences = 1000;

    public static KnownTexts None { get; } = new(new Dictionary<BlobId, TextReference[]>(), Learns: false);

    public bool CanLearn(int references) => Learns && references <= MaxReferences;
}

/// <summary>A place in a content, whatever file has it.</summary>
/// <param name="Name">An ACID, or a group.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsGroup">Whether the name lacks a requirement's number.</param>
internal readonly record struct TextReference(string Name, int Line, bool IsGroup);
