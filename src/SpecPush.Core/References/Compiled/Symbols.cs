using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SpecPush.References.Compiled;

/// <summary>The symbols of an assembly: portable ones that lie beside it or in it.</summary>
internal sealed class Symbols : IDisposable
{
    private readonly MetadataReaderProvider? _provider;

    private Symbols(MetadataReaderProvider? provider, bool isWindowsFormat)
    {
        _provider = provider;
        IsWindowsFormat = isWindowsFormat;
        Reader = provider?.GetMetadataReader();
    }

    /// <summary>Null when there are no symbols that can be read.</summary>
    public MetadataReader? Reader { get; }

    /// <summary>Whether the symbols are in the format that only Windows reads.</summary>
    public bool IsWindowsFormat { get; }

    public static Symbols Open(PEReader image, string assemblyPath)
    {
        var entries = image.ReadDebugDirectory();
        foreach (var entry in entries.Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb))
        {
            CheckSize(image, entry);
        }

        image.TryOpenAssociatedPortablePdb(assemblyPath, OpenFile, out var provider, out _);
        return new Symbols(provider, provider is null && entries.Any(IsWindowsEntry));
    }

    public void Dispose() => _provider?.Dispose();

    private static FileStream? OpenFile(string path) =>
        File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;

    private static bool IsWindowsEntry(DebugDirectoryEntry entry) =>
        entry is { Type: DebugDirectoryEntryType.CodeView, IsPortableCodeView: false };

    // The size in front of embedded symbols decides how much memory is taken before anything is unpacked, and Deflate cannot shrink
    // to less than a thousandth (https://zlib.net/zlib_tech.html).
    private static void CheckSize(PEReader image, DebugDirectoryEntry entry)
    {
        const int SignatureSize = 4;
        const int HighestRatio = 1032;
        var data = image.GetEntireImage().GetContent().AsSpan().Slice(entry.DataPointer, entry.DataSize);
        if (BinaryPrimitives.ReadInt32LittleEndian(data[SignatureSize..]) > (long)data.Length * HighestRatio)
        {
            throw new BadImageFormatException("the embedded symbols claim to be larger than they can be");
        }
    }
}
