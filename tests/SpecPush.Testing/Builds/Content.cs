using System.IO.Compression;

namespace SpecPush.Testing;

/// <summary>The content of a file, decompressed if necessary.</summary>
internal static class Content
{
    public static byte[] From(string file) => Unpack(File.ReadAllBytes(file));

    /// <summary>The file, and each file that is packed into it: a binary log has the project files in an archive inside.</summary>
    public static IEnumerable<byte[]> AllOf(string file) => AllOf(File.ReadAllBytes(file));

    /// <inheritdoc cref="AllOf(string)"/>
    public static IEnumerable<byte[]> AllOf(byte[] packed)
    {
        var content = Unpack(packed);
        return [packed, content, .. Archived(content)];
    }

    private static byte[] Unpack(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var content = new MemoryStream();
        packed.CopyTo(content);
        return content.ToArray();
    }

    // From the first entry to the end of the directory (APPNOTE.TXT, 4.3), which has no comment here.
    private static List<byte[]> Archived(byte[] content)
    {
        const int DirectoryEnd = 22;
        var (start, end) = (content.AsSpan().IndexOf("PK\u0003\u0004"u8), content.AsSpan().LastIndexOf("PK\u0005\u0006"u8));
        if (start < 0 || end < start)
        {
            return [];
        }

        var files = new List<byte[]>();
        using var archive = new ZipArchive(new MemoryStream(content, start, end + DirectoryEnd - start));
        foreach (var entry in archive.Entries)
        {
            using var file = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(file);
            files.AddRange(AllOf(file.ToArray()));
        }

        return files;
    }
}
