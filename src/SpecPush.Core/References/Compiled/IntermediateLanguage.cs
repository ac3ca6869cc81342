using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SpecPush.References.Compiled;

/// <summary>Reads method bodies as data.</summary>
internal static class IntermediateLanguage
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    /// <summary>The string literals that a method uses, in order.</summary>
    public static List<string> ReadStrings(MetadataReader reader, MethodBodyBlock body)
    {
        var strings = new List<string>();
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            short value = code.ReadByte();
            if (value == TwoByteOpCode)
            {
                value = (short)((TwoByteOpCode << 8) | code.ReadByte());
            }

            var operand = OpCodesByValue[value].OperandType;
            if (operand == OperandType.InlineString)
            {
                strings.Add(reader.GetUserString((UserStringHandle)MetadataTokens.Handle(code.ReadInt32())));
            }
            else
            {
                code.Offset += SizeOf(operand, code);
            }
        }

        return strings;
    }

    private static int SizeOf(OperandType operand, BlobReader code) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => checked((int)(4 + (4L * code.ReadUInt32()))),
        _ => 4,
    };
}
