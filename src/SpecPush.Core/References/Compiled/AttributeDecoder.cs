using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>
/// Reads the arguments of attributes (ECMA-335, II.23.3). System.Reflection.Metadata would do it, but makes room for as many elements
/// of an array as a malformed value claims, until the system ends the process.
/// </summary>
internal sealed class AttributeDecoder(TypeResolver types)
{
    // Most common first. A wrong size is noticed, because the rest of the value cannot be decoded.
    private static readonly SerializationTypeCode[] EnumTypes =
        [SerializationTypeCode.Int32, SerializationTypeCode.Byte, SerializationTypeCode.Int16, SerializationTypeCode.Int64];

    /// <exception cref="BadImageFormatException">The value is malformed.</exception>
    public AttributeArguments Decode(MetadataReader reader, CustomAttribute attribute)
    {
        foreach (var enumType in EnumTypes)
        {
            var argumentTypes = new ArgumentTypes(types, reader, enumType);
            try
            {
                return new AttributeValue(argumentTypes, reader.GetBlobReader(attribute.Value)).Read(argumentTypes.OfConstructor(attribute.Constructor));
            }
            catch (BadImageFormatException) when (argumentTypes.HasAssumed && enumType != EnumTypes[^1])
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
        ImmutableArray<object?> { IsDefault: false } elements => elements.SelectMany(Strings),
        _ => [],
    };
}

/// <summary>The arguments of an attribute: texts, numbers, truth values, arrays of them, and null for everything else.</summary>
/// <param name="Fixed">Those of the constructor.</param>
/// <param name="Named">Those of fields and properties.</param>
internal sealed record AttributeArguments(ImmutableArray<object?> Fixed, ImmutableArray<KeyValuePair<string, object?>> Named);
