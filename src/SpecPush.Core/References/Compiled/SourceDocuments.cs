using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SpecPush.References.Compiled;

/// <summary>The documents of an assembly's symbols.</summary>
/// <param name="Files">Those that are files of the repository, with their paths.</param>
/// <param name="Generated">Those that a tool wrote for the build, so that references in them never count.</param>
internal sealed record SourceDocuments(IReadOnlyDictionary<DocumentHandle, string> Files, IReadOnlySet<DocumentHandle> Generated)
{
    public static SourceDocuments None { get; } = new(new Dictionary<DocumentHandle, string>(), new HashSet<DocumentHandle>());

    public static SourceDocuments Find(IEnumerable<DocumentHandle> handles, IEnumerable<SymbolDocument> documents, SourcePaths paths)
    {
        var files = new Dictionary<DocumentHandle, string>();
        var generated = new HashSet<DocumentHandle>();
        foreach (var (handle, document) in handles.Zip(documents))
        {
            if (paths.Find(document.Name) is { } path)
            {
                files[handle] = path;
            }
            else if (paths.IsGenerated(document))
            {
                generated.Add(handle);
            }
        }

        return new SourceDocuments(files, generated);
    }
}

/// <summary>Finds the documents of methods.</summary>
internal static class MethodDocuments
{
    /// <summary>The documents of the method's visible lines, each as often as it has one; none if the symbols do not know the method.</summary>
    public static IEnumerable<DocumentHandle> Find(MetadataReader symbols, MethodDefinitionHandle method)
    {
        if (MetadataTokens.GetRowNumber(method) > symbols.MethodDebugInformation.Count
            || symbols.GetMethodDebugInformation(method) is not { SequencePointsBlob.IsNil: false } information)
        {
            return [];
        }

        return information.GetSequencePoints().Where(static point => !point.IsHidden).Select(static point => point.Document);
    }
}
