using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>The references of contents that were read before.</summary>
/// <param name="Texts">By content, including contents without references.</param>
/// <param name="Learns">Whether to remember what is read now.</param>
internal sealed record KnownTexts(IReadOnlyDictionary<BlobId, TextReference[]> Texts, bool Learns)
{
    // Contents with more references are read each time, which keeps the remembered state small.
    private const int MaxReferences = 1000;

    public static KnownTexts None { get; } = new(new Dictionary<BlobId, TextReference[]>(), Learns: false);

    public bool CanLearn(int references) => Learns && references <= MaxReferences;
}

/// <summary>A reference in a content, independent of the file.</summary>
/// <param name="Name">An ACID or a group.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsGroup">Whether the name lacks a requirement's number.</param>
internal readonly record struct TextReference(string Name, int Line, bool IsGroup);
