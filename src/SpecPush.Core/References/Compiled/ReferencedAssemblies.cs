using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SpecPush.References.Compiled;

/// <summary>The metadata of what an assembly refers to, opened when it is first asked for.</summary>
internal sealed class ReferencedAssemblies : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PEReader?> _opened = new(StringComparer.OrdinalIgnoreCase);

    public ReferencedAssemblies(IEnumerable<string> paths, string folder)
    {
        _folder = folder;
        foreach (var path in paths)
        {
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }
    }

    /// <summary>The metadata of the assembly with this simple name; null when it is not there or cannot be read.</summary>
    public MetadataReader? Find(string name)
    {
        if (!_opened.TryGetValue(name, out var image))
        {
            image = Open(_paths.GetValueOrDefault(name) ?? Path.Combine(_folder, name + ".dll"));
            _opened.Add(name, image);
        }

        return image?.GetMetadataReader();
    }

    public void Dispose()
    {
        foreach (var image in _opened.Values)
        {
            image?.Dispose();
        }
    }

    private static PEReader? Open(string path)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
            if (image.HasMetadata)
            {
                image.GetMetadataReader();
                return image;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or ArgumentException)
        {
            // The name comes from the assembly: what it leads to may be anything, and what cannot be read counts as absent.
        }

        image?.Dispose();
        return null;
    }
}
