using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>An assembly in memory, so that its file is not locked.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly string _path;
    private readonly PEReader _image;

    private CompiledAssembly(string path, PEReader image)
    {
        _path = path;
        _image = image;
        Metadata = image.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    public static CompiledAssembly Open(string path)
    {
        using var file = RegularFile.OpenRead(path);
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

    /// <summary>The string literals in the code of a type and its nested types, such as the state machines of iterators.</summary>
    public IEnumerable<string> StringsIn(TypeDefinition type) => type.GetNestedTypes()
        .Select(Metadata.GetTypeDefinition)
        .Prepend(type)
        .SelectMany(holder => holder.GetMethods())
        .Select(Metadata.GetMethodDefinition)
        .Where(method => method.RelativeVirtualAddress != 0)
        .SelectMany(method => IntermediateLanguage.ReadStrings(Metadata, _image.GetMethodBody(method.RelativeVirtualAddress)));

    public Symbols OpenSymbols() => Symbols.Open(_image, _path);

    public void Dispose() => _image.Dispose();
}
