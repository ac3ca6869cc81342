using System.Reflection.Metadata;
using System.Reflection;
using System.Text;

namespace SpecPush.References.Compiled;

/// <summary>Finds the methods that a method overrides.</summary>
internal static class MethodOverrides
{
    /// <summary>The attributes of each, with their assembly, nearest first.</summary>
    public static IEnumerable<(MetadataReader Reader, CustomAttributeHandleCollection Attributes)> Find(
        TypeResolver types, TypeSymbol type, MethodDefinition method)
    {
        if (!IsOverride(method))
        {
            yield break;
        }

        var name = type.Reader.GetString(method.Name);
        var shape = SignatureShape.Read(type.Reader, method.Signature);
        foreach (var ancestor in types.BasesOf(type))
        {
            foreach (var handle in ancestor.Definition.GetMethods())
            {
                var candidate = ancestor.Reader.GetMethodDefinition(handle);
                if (candidate.Attributes.HasFlag(MethodAttributes.Virtual) && ancestor.Reader.StringComparer.Equals(candidate.Name, name)
                    && SignatureShape.Read(ancestor.Reader, candidate.Signature) == shape)
                {
                    yield return (ancestor.Reader, candidate.GetCustomAttributes());
                    if (!IsOverride(candidate))
                    {
                        yield break;
                    }
                }
            }
        }
    }

    private static bool IsOverride(MethodDefinition method) =>
        (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.VtableLayoutMask)) == MethodAttributes.Virtual;
}

/// <summary>A signature that can be compared across modules, because it has names of types instead of tokens.</summary>
internal static class SignatureShape
{
    public static string Read(MetadataReader reader, BlobHandle signature)
    {
        var blob = reader.GetBlobReader(signature);
        var shape = new StringBuilder().Append(blob.ReadByte()).Append(',').Append(blob.ReadCompressedInteger()).Append(',');
        while (blob.RemainingBytes > 0)
        {
            var code = blob.ReadByte();
            shape.Append((char)code);
            if (code is (byte)SignatureTypeKind.Class or (byte)SignatureTypeKind.ValueType)
            {
                blob.ReadCompressedInteger();
            }
        }

        return shape.ToString();
    }
}
