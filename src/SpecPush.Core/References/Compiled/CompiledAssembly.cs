using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SpecPush.References.Compiled;

/// <summary>An assembly in memory; its file stays free for whoever wants to replace it.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _image;

    private CompiledAssembly(string path, PEReader image)
    {
        Path = path;
        _image = image;
        Metadata = image.GetMetadataReader();
    }

    public string Path { get; }

    public MetadataReader Metadata { get; }

    public static CompiledAssembly Open(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var image = new PEReader(file, PEStreamOptions.PrefetchEntireImage);
        try
        {
            return image.HasMetadata
                ? new CompiledAssembly(path, image)
                : throw new BadImageFormatException("it is not a .NET assembly");
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    public Symbols OpenSymbols() => Symbols.Open(_image, Path);

    public void Dispose() => _image.Dispose();
}
