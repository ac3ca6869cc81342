using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace SpecPush.References.Compiled;

/// <summary>The type of an attribute's argument; an enum counts as the number that it is stored as.</summary>
/// <param name="Code">What the argument is.</param>
/// <param name="Element">The type of an array's elements.</param>
internal sealed record ArgumentType(SerializationTypeCode Code, ArgumentType? Element = null);

/// <summary>Reads the types of arguments, for which enums must be found: only the assembly that defines one knows its size.</summary>
internal sealed class ArgumentTypes(TypeResolver types, MetadataReader reader, SerializationTypeCode assumedEnumType)
{
    private const string SystemType = "System.Type";

    /// <summary>Whether an enum's type could not be found, so that <c>assumedEnumType</c> was used.</summary>
    public bool HasAssumed { get; private set; }

    /// <summary>The types of a constructor's parameters.</summary>
    public ImmutableArray<ArgumentType> OfConstructor(EntityHandle constructor)
    {
        var attribute = AttributeType.Find(reader, constructor);
        var signature = reader.GetBlobReader(constructor.Kind == HandleKind.MethodDefinition
            ? reader.GetMethodDefinition((MethodDefinitionHandle)constructor).Signature
            : reader.GetMemberReference((MemberReferenceHandle)constructor).Signature);
        signature.ReadSignatureHeader();
        var count = signature.ReadCompressedInteger();
        signature.ReadSignatureTypeCode();
        var parameters = ImmutableArray.CreateBuilder<ArgumentType>();
        for (var index = 0; index < count; index++)
        {
            parameters.Add(ReadParameter(ref signature, attribute));
        }

        return parameters.ToImmutable();
    }

    /// <summary>Reads a type within an attribute's value.</summary>
    public ArgumentType Read(ref BlobReader value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value.ReadSerializationTypeCode() switch
        {
            SerializationTypeCode.SZArray => new ArgumentType(SerializationTypeCode.SZArray, Read(ref value)),
            SerializationTypeCode.Enum => Stored(TypeName.Parse(value.ReadSerializedString() ?? "")),
            var code => new ArgumentType(code),
        };
    }

    private ArgumentType ReadParameter(ref BlobReader signature, EntityHandle attribute)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var code = signature.ReadSignatureTypeCode();
        return code switch
        {
            SignatureTypeCode.SZArray => new ArgumentType(SerializationTypeCode.SZArray, ReadParameter(ref signature, attribute)),
            SignatureTypeCode.Object => new ArgumentType(SerializationTypeCode.TaggedObject),
            SignatureTypeCode.TypeHandle => Named(TypeName.Read(reader, signature.ReadTypeHandle())),
            SignatureTypeCode.GenericTypeParameter => ReadTypeArgument(attribute, signature.ReadCompressedInteger()),
            >= SignatureTypeCode.Boolean and <= SignatureTypeCode.String => new ArgumentType((SerializationTypeCode)code),
            _ => throw new BadImageFormatException($"An argument cannot be a {code}."),
        };
    }

    // Of an attribute such as [Covers<string>("cart.LINES.1")].
    private ArgumentType ReadTypeArgument(EntityHandle attribute, int position)
    {
        if (attribute.Kind != HandleKind.TypeSpecification)
        {
            throw new BadImageFormatException("A type that is not generic has no type arguments.");
        }

        var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)attribute).Signature);
        TypeName.ReadGenericDefinition(ref signature);
        signature.ReadCompressedInteger();
        for (var index = 0; index < position; index++)
        {
            Skip(ref signature);
        }

        return ReadParameter(ref signature, default(TypeDefinitionHandle));
    }

    private static void Skip(ref BlobReader signature)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (signature.ReadSignatureTypeCode())
        {
            case SignatureTypeCode.GenericTypeInstance:
                signature.ReadSignatureTypeCode();
                signature.ReadTypeHandle();
                for (var left = signature.ReadCompressedInteger(); left > 0; left--)
                {
                    Skip(ref signature);
                }

                break;
            case SignatureTypeCode.SZArray:
                Skip(ref signature);
                break;
            case SignatureTypeCode.TypeHandle:
                signature.ReadTypeHandle();
                break;
            case >= SignatureTypeCode.Boolean and <= SignatureTypeCode.String or SignatureTypeCode.Object or SignatureTypeCode.IntPtr or SignatureTypeCode.UIntPtr:
                break;
            default:
                throw new BadImageFormatException("A type argument cannot be read.");
        }
    }

    private ArgumentType Named(TypeName type) => type.FullName == SystemType ? new ArgumentType(SerializationTypeCode.Type) : Stored(type);

    private ArgumentType Stored(TypeName enumType)
    {
        if (types.Resolve(reader, enumType) is { } definition && FieldType(definition) is { } known)
        {
            return new ArgumentType(known);
        }

        HasAssumed = true;
        return new ArgumentType(assumedEnumType);
    }

    // An enum has one field that is not static (ECMA-335, II.14.3).
    private static SerializationTypeCode? FieldType(TypeSymbol type)
    {
        foreach (var handle in type.Definition.GetFields())
        {
            var field = type.Reader.GetFieldDefinition(handle);
            if (!field.Attributes.HasFlag(FieldAttributes.Static))
            {
                var signature = type.Reader.GetBlobReader(field.Signature);
                signature.ReadSignatureHeader();
                return (SerializationTypeCode)signature.ReadSignatureTypeCode();
            }
        }

        return null;
    }
}
