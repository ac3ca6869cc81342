using System.Reflection.Metadata;
using System.Text.Json;

namespace SpecPush.References.Compiled;

/// <summary>The map from source paths to addresses that symbols may hold.</summary>
internal static class SourceLink
{
    // https://github.com/dotnet/designs/blob/main/accepted/2020/diagnostics/source-link.md
    private static readonly Guid Kind = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    /// <summary>
    /// The folder that is the repository's root in the symbols; null when they do not tell. Folders of submodules lie in it.
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
