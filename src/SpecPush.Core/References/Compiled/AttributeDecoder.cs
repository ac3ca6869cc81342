using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Reads the arguments of attributes.</summary>
internal sealed class AttributeDecoder(TypeResolver types)
{
    // Most common first. A wrong size is noticed, because the rest of the value cannot be decoded.
    private static readonly PrimitiveTypeCode[] EnumTypes =
        [PrimitiveTypeCode.Int32, PrimitiveTypeCode.Byte, PrimitiveTypeCode.Int16, PrimitiveTypeCode.Int64];

    public CustomAttributeValue<TypeName> Decode(MetadataReader reader, CustomAttribute attribute)
    {
        foreach (var enumType in EnumTypes)
        {
            var provider = new AttributeTypeProvider(types, reader, enumType);
            try
            {
                return attribute.DecodeValue(provider);
            }
            catch (BadImageFormatException) when (provider.HasAssumed && enumType != EnumTypes[^1])
            {
                // Try the next size.
            }
        }

        throw new BadImageFormatException("The value of an attribute makes no sense.");
    }

    /// <summary>Every string in an argument, including those in arrays.</summary>
    public static IEnumerable<string> Strings(object? argument) => argument switch
    {
        string text => [text],
        ImmutableArray<CustomAttributeTypedArgument<TypeName>> { IsDefault: false } elements => elements.SelectMany(element => Strings(element.Value)),
        _ => [],
    };
}
