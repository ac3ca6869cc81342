using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Finds the definitions of types, in any referenced assembly.</summary>
internal sealed class TypeResolver(ReferencedAssemblies references)
{
    private const int MaxChain = 64;

    private readonly Dictionary<(MetadataReader, TypeName), TypeSymbol?> _answers = [];

    /// <summary>Null if its assembly cannot be found.</summary>
    public TypeSymbol? Resolve(MetadataReader reader, EntityHandle type) => type.Kind == HandleKind.TypeDefinition
        ? new TypeSymbol(reader, (TypeDefinitionHandle)type)
        : Resolve(reader, TypeName.Read(reader, type));

    /// <inheritdoc cref="Resolve(MetadataReader, EntityHandle)"/>
    public TypeSymbol? Resolve(MetadataReader reader, TypeName name)
    {
        if (!_answers.TryGetValue((reader, name), out var answer))
        {
            answer = name.Assembly is null ? Find(reader, name.FullName) : Find(name);
            _answers.Add((reader, name), answer);
        }

        return answer;
    }

    /// <summary>The type's base types, nearest first, as far as they can be resolved.</summary>
    public IEnumerable<TypeSymbol> BasesOf(TypeSymbol type)
    {
        // Malformed metadata can make a type its own base.
        for (var length = 0; length < MaxChain && !type.Definition.BaseType.IsNil; length++)
        {
            if (Resolve(type.Reader, type.Definition.BaseType) is not { } found)
            {
                yield break;
            }

            yield return found;
            type = found;
        }
    }

    private TypeSymbol? Find(TypeName name)
    {
        var assembly = name.Assembly;
        for (var hops = 0; hops < MaxChain && assembly is not null && references.Find(assembly) is { } reader; hops++)
        {
            if (Find(reader, name.FullName) is { } found)
            {
                return found;
            }

            assembly = ForwardedTo(reader, name.FullName);
        }

        return null;
    }

    private static TypeSymbol? Find(MetadataReader reader, string fullName)
    {
        var names = fullName.Split('+');
        TypeSymbol? found = null;
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (type.GetDeclaringType().IsNil && HasName(reader, type.Namespace, type.Name, names[0]))
            {
                found = new TypeSymbol(reader, handle);
                break;
            }
        }

        foreach (var name in names.Skip(1))
        {
            found = found?.NestedType(name);
        }

        return found;
    }

    private static string? ForwardedTo(MetadataReader reader, string fullName)
    {
        var outermost = fullName.Split('+')[0];
        foreach (var handle in reader.ExportedTypes)
        {
            var type = reader.GetExportedType(handle);
            if (type.IsForwarder && type.Implementation.Kind == HandleKind.AssemblyReference
                && HasName(reader, type.Namespace, type.Name, outermost))
            {
                return reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
            }
        }

        return null;
    }

    private static bool HasName(MetadataReader reader, StringHandle @namespace, StringHandle name, string fullName)
    {
        var dot = fullName.LastIndexOf('.');
        return reader.StringComparer.Equals(name, fullName[(dot + 1)..])
            && reader.StringComparer.Equals(@namespace, dot < 0 ? "" : fullName[..dot]);
    }
}

/// <summary>A type's definition and the assembly that contains it.</summary>
internal readonly record struct TypeSymbol(MetadataReader Reader, TypeDefinitionHandle Handle)
{
    public TypeDefinition Definition => Reader.GetTypeDefinition(Handle);

    public TypeSymbol? NestedType(string name)
    {
        foreach (var nested in Definition.GetNestedTypes())
        {
            if (Reader.StringComparer.Equals(Reader.GetTypeDefinition(nested).Name, name))
            {
                return new TypeSymbol(Reader, nested);
            }
        }

        return null;
    }
}
