using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using SpecPush.Files;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>The portable symbols of an assembly, from a file beside it or embedded in it.</summary>
internal sealed class Symbols : IDisposable
{
    private readonly MetadataReaderProvider? _provider;

    private Symbols(MetadataReaderProvider? provider, bool isWindowsFormat)
    {
        _provider = provider;
        IsWindowsFormat = isWindowsFormat;
        Reader = provider?.GetMetadataReader();
    }

    /// <summary>Null if there are no readable symbols.</summary>
    public MetadataReader? Reader { get; }

    /// <summary>Whether the symbols are in the Windows PDB format.</summary>
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
        File.Exists(path) ? RegularFile.OpenRead(path) : null;

    private static bool IsWindowsEntry(DebugDirectoryEntry entry) =>
        entry is { Type: DebugDirectoryEntryType.CodeView, IsPortableCodeView: false };

    // The size before embedded symbols decides how much memory is allocated before they are decompressed. Deflate compresses at most
    // about 1000:1 (https://zlib.net/zlib_tech.html).
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

/// <summary>A source file named by symbols or an attribute.</summary>
/// <param name="Name">The path as it is written there.</param>
/// <param name="Algorithm">The checksum's algorithm.</param>
/// <param name="Checksum">Null if there is none or its algorithm is unknown.</param>
/// <param name="IsEmbedded">Whether the symbols contain the text, as for generated sources.</param>
internal sealed record SymbolDocument(string Name, ChecksumAlgorithm Algorithm, string? Checksum, bool IsEmbedded)
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md#document-table-0x30
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    /// <summary>A file with a known path but no checksum.</summary>
    public static SymbolDocument Named(string path) => new(path, ChecksumAlgorithm.Sha256, Checksum: null, IsEmbedded: false);

    public static SymbolDocument Read(MetadataReader symbols, DocumentHandle handle)
    {
        var document = symbols.GetDocument(handle);
        var algorithm = symbols.GetGuid(document.HashAlgorithm);
        var isKnown = !document.Hash.IsNil && (algorithm == Sha1 || algorithm == Sha256);
        return new SymbolDocument(
            symbols.GetString(document.Name),
            algorithm == Sha1 ? ChecksumAlgorithm.Sha1 : ChecksumAlgorithm.Sha256,
            isKnown ? Convert.ToHexString(symbols.GetBlobBytes(document.Hash)) : null,
            symbols.GetCustomDebugInformation(handle).Any(IsEmbeddedSource));

        bool IsEmbeddedSource(CustomDebugInformationHandle information) =>
            symbols.GetGuid(symbols.GetCustomDebugInformation(information).Kind) == EmbeddedSource;
    }
}

/// <summary>The map from source paths to URLs that symbols may contain.</summary>
internal static class SourceLink
{
    // https://github.com/dotnet/designs/blob/main/accepted/2020/diagnostics/source-link.md
    private static readonly Guid Kind = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    /// <summary>
    /// The repository's root as the symbols name it; null if unknown. Submodules are inside it.
    /// </summary>
    public static string? FindRoot(MetadataReader symbols)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition))
        {
            var information = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(information.Kind) == Kind)
            {
                return Folders(symbols.GetBlobBytes(information.Value)).MinBy(folder => folder.Length);
            }
        }

        return null;
    }

    private static List<string> Folders(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("documents", out var documents) && documents.ValueKind == JsonValueKind.Object
                ? [.. documents.EnumerateObject().Where(entry => entry.Name.EndsWith('*')).Select(entry => DocumentPath.Normalize(entry.Name.TrimEnd('*')))]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
