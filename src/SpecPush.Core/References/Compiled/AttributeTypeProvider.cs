using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace SpecPush.References.Compiled;

/// <summary>Tells the decoder of attribute values the size of enums, which only the defining assembly knows.</summary>
internal sealed class AttributeTypeProvider(TypeResolver types, MetadataReader reader, PrimitiveTypeCode assumedEnumType)
    : ICustomAttributeTypeProvider<TypeName>
{
    private static readonly TypeName SystemType = new("System.Type", null);

    /// <summary>Whether an enum's type could not be found, so that <c>assumedEnumType</c> was used.</summary>
    public bool HasAssumed { get; private set; }

    public TypeName GetPrimitiveType(PrimitiveTypeCode typeCode) => new(typeCode.ToString(), null);

    public TypeName GetSystemType() => SystemType;

    public bool IsSystemType(TypeName type) => type.FullName == SystemType.FullName;

    public TypeName GetSZArrayType(TypeName elementType)
    {
        // The decoder recurses into nested arrays, as deep as a malformed value says.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return elementType with { FullName = elementType.FullName + "[]" };
    }

    public TypeName GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => TypeName.Read(reader, handle);

    public TypeName GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => TypeName.Read(reader, handle);

    public TypeName GetTypeFromSerializedName(string name) => TypeName.Parse(name);

    public PrimitiveTypeCode GetUnderlyingEnumType(TypeName type)
    {
        if (types.Resolve(reader, type) is { } definition && ValueType(definition) is { } known)
        {
            return known;
        }

        HasAssumed = true;
        return assumedEnumType;
    }

    private static PrimitiveTypeCode? ValueType(TypeSymbol type)
    {
        foreach (var handle in type.Definition.GetFields())
        {
            var field = type.Reader.GetFieldDefinition(handle);
            if (!field.Attributes.HasFlag(System.Reflection.FieldAttributes.Static))
            {
                var signature = type.Reader.GetBlobReader(field.Signature);
                signature.ReadSignatureHeader();
                return (PrimitiveTypeCode)signature.ReadSignatureTypeCode();
            }
        }

        return null;
    }
}
