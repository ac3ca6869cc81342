using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>A type's definition, in whichever assembly it stands.</summary>
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
