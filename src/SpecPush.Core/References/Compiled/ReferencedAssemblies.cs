using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>The metadata of the assemblies that an assembly references, opened on first use.</summary>
internal sealed class ReferencedAssemblies : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MetadataReader?> _readers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PEReader> _images = [];

    public ReferencedAssemblies(IEnumerable<string> paths, string folder)
    {
        _folder = folder;
        foreach (var path in paths)
        {
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }
    }

    /// <summary>The metadata of the assembly with this simple name; null if it is missing or cannot be read.</summary>
    public MetadataReader? Find(string name)
    {
        if (!_readers.TryGetValue(name, out var reader))
        {
            reader = Open(_paths.GetValueOrDefault(name) ?? Path.Combine(_folder, name + ".dll"));
            _readers.Add(name, reader);
        }

        return reader;
    }

    public void Dispose() => _images.ForEach(image => image.Dispose());

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
