using System.IO.Compression;

namespace SpecPush.Testing;

/// <summary>The content of a file, decompressed if necessary.</summary>
internal static class Content
{
    public static byte[] From(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var content = new MemoryStream();
        packed.CopyTo(content);
        return content.ToArray();
    }
}
