using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using SpecPush.Acids;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers.References;

/// <param name="Name">An ACID, or a feature and a group without a number.</param>
/// <param name="IsGroup">Whether the number is missing.</param>
/// <param name="Span">Its place in the text.</param>
internal readonly record struct Mention(string Name, bool IsGroup, TextSpan Span)
{
    /// <summary>The part before the first dot.</summary>
    public string Feature => Name[..Name.IndexOf('.')];
}

/// <summary>Finds the names of requirements and groups in text, like the text scan of a build.</summary>
internal static class Mentions
{
    private const int BlockLength = 4096;

    // Replaces every character that cannot be part of a name, so that positions in the bytes equal positions in the text.
    private const byte Other = 0xFF;

    public static ImmutableArray<Mention> In(RoslynText text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length);
        var characters = ArrayPool<char>.Shared.Rent(BlockLength);
        try
        {
            for (var start = 0; start < text.Length; start += BlockLength)
            {
                var length = Math.Min(BlockLength, text.Length - start);
                text.CopyTo(start, characters, 0, length);
                Narrow(characters.AsSpan(0, length), bytes.AsSpan(start));
            }

            return In(bytes, text.Length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public static ImmutableArray<Mention> In(string text)
    {
        var bytes = new byte[text.Length];
        Narrow(text.AsSpan(), bytes);
        return In(bytes, bytes.Length);
    }

    private static ImmutableArray<Mention> In(byte[] bytes, int length)
    {
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        var scanner = new AcidScanner(bytes.AsSpan(0, length), includeGroups: true);
        while (scanner.MoveNext())
        {
            mentions.Add(new Mention(
                Encoding.ASCII.GetString(bytes, scanner.Start, scanner.End - scanner.Start), scanner.IsGroup, TextSpan.FromBounds(scanner.Start, scanner.End)));
        }

        return mentions.ToImmutable();
    }

    private static void Narrow(ReadOnlySpan<char> characters, Span<byte> bytes)
    {
        for (var index = 0; index < characters.Length; index++)
        {
            bytes[index] = characters[index] < 0x80 ? (byte)characters[index] : Other;
        }
    }
}
