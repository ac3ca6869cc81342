using System.Reflection.Metadata;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>A source file as symbols or an attribute name it.</summary>
/// <param name="Name">The path as it stands there.</param>
/// <param name="Algorithm">Of the checksum.</param>
/// <param name="Checksum">Null when there is none, or of an unknown kind.</param>
/// <param name="IsEmbedded">Whether the symbols hold the text, as they do for what a source generator made.</param>
internal sealed record SymbolDocument(string Name, ChecksumAlgorithm Algorithm, string? Checksum, bool IsEmbedded)
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md#document-table-0x30
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    /// <summary>A file of which only the path is known.</summary>
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
