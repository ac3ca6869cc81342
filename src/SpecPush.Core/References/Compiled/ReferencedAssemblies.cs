using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>The metadata of the assemblies that an assembly references, opened on first use.</summary>
/// <param name="paths">Read only when an assembly is looked for.</param>
/// <param name="folder">Where the others are.</param>
internal sealed class ReferencedAssemblies(IEnumerable<string> paths, string folder) : IDisposable
{
    private readonly Lazy<Dictionary<string, string>> _paths = new(() => ByName(paths));
    private readonly Dictionary<string, MetadataReader?> _readers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PEReader> _images = [];

    /// <summary>The metadata of the assembly with this simple name; null if it is missing or cannot be read.</summary>
    public MetadataReader? Find(string name)
    {
        if (!_readers.TryGetValue(name, out var reader))
        {
            reader = Open(_paths.Value.GetValueOrDefault(name) ?? Path.Combine(folder, name + ".dll"));
            _readers.Add(name, reader);
        }

        return reader;
    }

    public void Dispose() => _images.ForEach(image => image.Dispose());

    private static Dictionary<string, string> ByName(IEnumerable<string> paths)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            byName.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        return byName;
    }

    private MetadataReader? Open(string path)
    {
        try
        {
            var file = RegularFile.OpenRead(path);
            var image = new PEReader(file, PEStreamOptions.PrefetchMetadata);
            _images.Add(image);
            return image.HasMetadata ? image.GetMetadataReader() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or ArgumentException)
        {
            // The name is untrusted, so the file may be anything; if it cannot be read, it counts as missing.
            return null;
        }
    }
}
