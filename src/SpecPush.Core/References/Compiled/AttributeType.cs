using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

internal static class AttributeType
{
    /// <summary>The type that a constructor belongs to.</summary>
    public static EntityHandle Of(MetadataReader reader, EntityHandle constructor) => constructor.Kind switch
    {
        HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
        HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
        _ => throw new BadImageFormatException($"A constructor cannot be a {constructor.Kind}."),
    };
}
