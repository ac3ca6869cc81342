using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.References.Text;

namespace SpecPush.Memory;

/// <summary>
/// Saves the references of contents for the next run. The references of a content never change, so concurrent runs may overwrite each
/// other's file, and times do not matter.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="key">What the references depend on beside the content; a file saved with another key is ignored.</param>
internal sealed class TextMemory(string path, string key)
{
    private const string Format = "specpush texts 1";
    private const int ChecksumLength = sizeof(uint);
    private const int LengthOfId = 17;
    private const long MaxBytes = 256_000_000;

    // For each content of the checkout, one earlier content is kept, which probably belongs to another branch.
    private const int KeptForEach = 1;

    /// <summary>The saved references; empty if the file is missing, damaged, unreadable or from another version.</summary>
    public Dictionary<BlobId, TextReference[]> Read()
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxBytes } ? Parse(RegularFile.ReadAllBytes(path)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Saves the references.</summary>
    /// <param name="known">What was known before.</param>
    /// <param name="learned">What was read in this run.</param>
    /// <param name="current">The contents of the checkout.</param>
    public void Write(IReadOnlyDictionary<BlobId, TextReference[]> known, IReadOnlyDictionary<BlobId, TextReference[]> learned, IReadOnlySet<BlobId> current)
    {
        var before = known.Where(text => !current.Contains(text.Key) && !learned.ContainsKey(text.Key)).Take(current.Count * KeptForEach);
        var now = known.Where(text => current.Contains(text.Key) && !learned.ContainsKey(text.Key)).Concat(learned);
        KeyValuePair<BlobId, TextReference[]>[] texts = [.. now, .. before];

        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(key);
            writer.Write(texts.Length);
            Array.ForEach(texts, text => Write(writer, text.Key, text.Value));
        }

        Span<byte> checksum = stackalloc byte[ChecksumLength];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        stream.Write(checksum);
        AtomicFile.Write(path, stream.WriteTo);
    }

    private static void Write(BinaryWriter writer, BlobId content, TextReference[] references)
    {
        writer.Write((ulong)(content.Start >> 64));
        writer.Write((ulong)content.Start);
        writer.Write(content.IsSha256);
        writer.Write7BitEncodedInt(references.Length);
        foreach (var reference in references)
        {
            writer.Write(reference.Name);
            writer.Write7BitEncodedInt(reference.Line);
            writer.Write(reference.IsGroup);
        }
    }

    /// <summary>What the file's content says; nothing for anything else.</summary>
    internal Dictionary<BlobId, TextReference[]> Parse(byte[] bytes)
    {
        if (bytes.Length <= ChecksumLength)
        {
            return [];
        }

        try
        {
            return ParseChecked(bytes);
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    private Dictionary<BlobId, TextReference[]> ParseChecked(byte[] bytes)
    {
        var content = bytes.AsSpan(0, bytes.Length - ChecksumLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(content.Length)) != Checksum(content))
        {
            return [];
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 0, content.Length));
        if (reader.ReadString() != Format || reader.ReadString() != key)
        {
            return [];
        }

        var count = reader.ReadInt32();
        var texts = new Dictionary<BlobId, TextReference[]>(Math.Min(count, content.Length / LengthOfId));
        for (var index = 0; index < count; index++)
        {
            var id = new BlobId(new UInt128(reader.ReadUInt64(), reader.ReadUInt64()), reader.ReadBoolean());
            texts[id] = ReadReferences(reader);
        }

        return texts;
    }

    private static TextReference[] ReadReferences(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new FormatException();
        }

        var references = count == 0 ? [] : new TextReference[count];
        for (var index = 0; index < count; index++)
        {
            references[index] = new TextReference(reader.ReadString(), reader.Read7BitEncodedInt(), reader.ReadBoolean());
        }

        return references;
    }

    internal static uint Checksum(ReadOnlySpan<byte> content)
    {
        var checksum = uint.MaxValue;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(content));
        }

        foreach (var value in content)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return checksum;
    }
}
