using System.Reflection.Metadata;
using System.Text;

namespace SpecPush.References.Compiled;

/// <summary>A signature without the numbers that its types have in one module, so that those of two modules can be compared.</summary>
internal static class SignatureShape
{
    public static string Of(MetadataReader reader, BlobHandle signature)
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
