using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;

namespace SpecPush.References.Compiled;

/// <summary>Finds the files and lines of classes.</summary>
internal sealed partial class ClassPlaces(MetadataReader assembly, MetadataReader? symbols, SourceDocuments documents)
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md#type-definition-documents-c-and-vb-compilers
    private static readonly Guid TypeDefinitionDocuments = new("932e74bc-dba9-4478-8d46-0f32a7bab3d3");

    /// <summary>The first file of the repository that has a part of the class; null if there is none.</summary>
    public string? FindFile(TypeDefinitionHandle type) =>
        symbols is null ? null : DocumentsOf(symbols, type).Select(document => documents.Files.GetValueOrDefault(document)).FirstOrDefault(static path => path is not null);

    /// <summary>The line that declares the class; the first line if there is none.</summary>
    public int FindLine(TypeDefinitionHandle type, string[] text)
    {
        var name = assembly.GetString(assembly.GetTypeDefinition(type).Name).Split('`')[0];
        return Math.Max(0, Array.FindIndex(text, line => Declaration.Matches(line).Any(match => match.Groups["name"].Value == name))) + 1;
    }

    // Compilers name the documents of a type only if none of its methods does.
    private IEnumerable<DocumentHandle> DocumentsOf(MetadataReader pdb, TypeDefinitionHandle type) => assembly.GetTypeDefinition(type).GetMethods()
        .SelectMany(method => MethodDocuments.Find(pdb, method))
        .Concat(pdb.GetCustomDebugInformation(type).Select(pdb.GetCustomDebugInformation)
            .Where(information => pdb.GetGuid(information.Kind) == TypeDefinitionDocuments)
            .SelectMany(information => ReadDocuments(pdb.GetBlobReader(information.Value))));

    private static List<DocumentHandle> ReadDocuments(BlobReader blob)
    {
        var found = new List<DocumentHandle>();
        while (blob.RemainingBytes > 0)
        {
            found.Add(MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()));
        }

        return found;
    }

    [GeneratedRegex(@"\b(record\s+)?(class|record|type)\s+(?<name>\w+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration { get; }
}
