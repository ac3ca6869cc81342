using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

internal static class AttributeType
{
    private const string Usage = "System.AttributeUsageAttribute";

    /// <summary>The type of a constructor.</summary>
    public static EntityHandle Find(MetadataReader reader, EntityHandle constructor) => constructor.Kind switch
    {
        HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
        HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
        _ => throw new BadImageFormatException($"A constructor cannot be a {constructor.Kind}."),
    };

    /// <summary>Whether overriding members inherit an attribute of this type, according to the nearest <c>AttributeUsage</c>.</summary>
    public static bool IsInherited(TypeResolver types, MetadataReader reader, EntityHandle type)
    {
        if (types.Resolve(reader, type) is not { } symbol)
        {
            return false;
        }

        foreach (var candidate in types.BasesOf(symbol).Prepend(symbol))
        {
            foreach (var handle in candidate.Definition.GetCustomAttributes())
            {
                var attribute = candidate.Reader.GetCustomAttribute(handle);
                if (TypeName.Read(candidate.Reader, Find(candidate.Reader, attribute.Constructor)).FullName == Usage)
                {
                    var value = new AttributeDecoder(types).Decode(candidate.Reader, attribute);
                    return value.Named.FirstOrDefault(static argument => argument.Key == nameof(AttributeUsageAttribute.Inherited)).Value is not false;
                }
            }
        }

        return true;
    }
}
