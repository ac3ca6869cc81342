using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace SpecPush.References.Compiled;

/// <summary>The value of an attribute, read from its beginning to its end.</summary>
internal sealed class AttributeValue(ArgumentTypes types, BlobReader value)
{
    private const ushort Prolog = 1;
    private const int Null = -1;

    private BlobReader _value = value;

    public AttributeArguments Read(ImmutableArray<ArgumentType> parameters)
    {
        if (_value.ReadUInt16() != Prolog)
        {
            throw new BadImageFormatException("The value of an attribute begins with something else.");
        }

        var arguments = ImmutableArray.CreateBuilder<object?>();
        foreach (var parameter in parameters)
        {
            arguments.Add(ReadValue(parameter));
        }

        var named = ImmutableArray.CreateBuilder<KeyValuePair<string, object?>>();
        for (var left = _value.ReadUInt16(); left > 0; left--)
        {
            named.Add(ReadNamed());
        }

        return new AttributeArguments(arguments.ToImmutable(), named.ToImmutable());
    }

    private KeyValuePair<string, object?> ReadNamed()
    {
        if ((CustomAttributeNamedArgumentKind)_value.ReadSerializationTypeCode() is not (CustomAttributeNamedArgumentKind.Field or CustomAttributeNamedArgumentKind.Property))
        {
            throw new BadImageFormatException("A named argument is neither a field nor a property.");
        }

        var type = types.Read(ref _value);
        return KeyValuePair.Create(_value.ReadSerializedString() ?? "", ReadValue(type));
    }

    private object? ReadValue(ArgumentType type)
    {
        // As deep as a malformed value says.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (type.Code)
        {
            case SerializationTypeCode.String:
                return _value.ReadSerializedString();
            case SerializationTypeCode.Type:
                _value.ReadSerializedString();
                return null;
            case SerializationTypeCode.TaggedObject:
                return ReadValue(types.Read(ref _value));
            case SerializationTypeCode.SZArray:
                return ReadArray(type.Element!);
            case >= SerializationTypeCode.Boolean and <= SerializationTypeCode.Double:
                return _value.ReadConstant((ConstantTypeCode)type.Code);
            default:
                throw new BadImageFormatException($"An argument cannot be a {type.Code}.");
        }
    }

    private ImmutableArray<object?> ReadArray(ArgumentType element)
    {
        var length = _value.ReadInt32();
        if (length == Null)
        {
            return default;
        }

        if (length < 0)
        {
            throw new BadImageFormatException("An array has a negative length.");
        }

        // Grows with what is there, because the length may be a lie, also that of each array in an array.
        var elements = ImmutableArray.CreateBuilder<object?>();
        for (var index = 0; index < length; index++)
        {
            elements.Add(ReadValue(element));
        }

        return elements.ToImmutable();
    }
}
