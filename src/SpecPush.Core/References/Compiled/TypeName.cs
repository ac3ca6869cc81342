using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>The name of a type.</summary>
/// <param name="FullName">With namespace, <c>+</c> before nested types, <c>`</c> before the arity, and no type arguments.</param>
/// <param name="Assembly">The simple name of its assembly; null for the current module.</param>
internal readonly record struct TypeName(string FullName, string? Assembly)
{
    private const int MaxNesting = 32;

    public static TypeName Read(MetadataReader reader, EntityHandle type) => Read(reader, type, MaxNesting);

    /// <summary>Parses the form used in attribute values: <c>Namespace.Outer+Inner, Assembly, Version=…</c></summary>
    public static TypeName Parse(string serialized)
    {
        var parts = serialized.Split(',', 3, StringSplitOptions.TrimEntries);
        return new TypeName(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>Reads the signature of a generic type up to its type arguments.</summary>
    public static EntityHandle ReadGenericDefinition(ref BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            throw new BadImageFormatException("Only a generic type can stand for a type's name.");
        }

        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle();
    }

    private static TypeName Read(MetadataReader reader, EntityHandle type, int depth)
    {
        // Malformed metadata can nest a type in itself.
        ArgumentOutOfRangeException.ThrowIfZero(depth);
        return type.Kind switch
        {
            HandleKind.TypeDefinition => ReadDefinition(reader, (TypeDefinitionHandle)type, depth),
            HandleKind.TypeReference => ReadReference(reader, (TypeReferenceHandle)type, depth),
            HandleKind.TypeSpecification => Read(reader, GenericDefinition(reader, (TypeSpecificationHandle)type), depth - 1),
            _ => throw new BadImageFormatException($"A type cannot be a {type.Kind}."),
        };
    }

    private static TypeName ReadDefinition(MetadataReader reader, TypeDefinitionHandle handle, int depth)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil
            ? new TypeName(Qualify(reader, type.Namespace, type.Name), null)
            : new TypeName($"{Read(reader, outer, depth - 1).FullName}+{reader.GetString(type.Name)}", null);
    }

    private static TypeName ReadReference(MetadataReader reader, TypeReferenceHandle handle, int depth)
    {
        var type = reader.GetTypeReference(handle);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                var outer = Read(reader, type.ResolutionScope, depth - 1);
                return outer with { FullName = $"{outer.FullName}+{reader.GetString(type.Name)}" };
            case HandleKind.AssemblyReference:
                var assembly = reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                return new TypeName(Qualify(reader, type.Namespace, type.Name), reader.GetString(assembly.Name));
            default:
                return new TypeName(Qualify(reader, type.Namespace, type.Name), null);
        }
    }

    private static EntityHandle GenericDefinition(MetadataReader reader, TypeSpecificationHandle handle)
    {
        var signature = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        return ReadGenericDefinition(ref signature);
    }

    private static string Qualify(MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        @namespace.IsNil ? reader.GetString(name) : $"{reader.GetString(@namespace)}.{reader.GetString(name)}";
}
