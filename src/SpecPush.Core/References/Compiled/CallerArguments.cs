using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Which arguments of an attribute the compiler filled in with the attribute's own place.</summary>
/// <param name="File">The position of the file's path; -1 if there is none.</param>
/// <param name="Line">The position of the line; -1 if there is none.</param>
internal readonly record struct CallerArguments(int File, int Line)
{
    private const string FileAttribute = "System.Runtime.CompilerServices.CallerFilePathAttribute";
    private const string LineAttribute = "System.Runtime.CompilerServices.CallerLineNumberAttribute";

    public static CallerArguments None { get; } = new(-1, -1);

    /// <summary>Null if the constructor's definition cannot be found.</summary>
    public static CallerArguments? Find(TypeResolver types, MetadataReader reader, EntityHandle constructor)
    {
        if (constructor.Kind == HandleKind.MethodDefinition)
        {
            return From(reader, reader.GetMethodDefinition((MethodDefinitionHandle)constructor));
        }

        var reference = reader.GetMemberReference((MemberReferenceHandle)constructor);
        if (types.Resolve(reader, reference.Parent) is not { } type)
        {
            return null;
        }

        var shape = SignatureShape.Read(reader, reference.Signature);
        foreach (var handle in type.Definition.GetMethods())
        {
            var method = type.Reader.GetMethodDefinition(handle);
            if (type.Reader.StringComparer.Equals(method.Name, ".ctor") && SignatureShape.Read(type.Reader, method.Signature) == shape)
            {
                return From(type.Reader, method);
            }
        }

        return null;
    }

    private static CallerArguments From(MetadataReader reader, MethodDefinition constructor)
    {
        var found = None;
        foreach (var handle in constructor.GetParameters())
        {
            var parameter = reader.GetParameter(handle);
            foreach (var attribute in parameter.GetCustomAttributes())
            {
                // Sequence numbers start at 1; 0 is the return value.
                switch (TypeName.Read(reader, AttributeType.Find(reader, reader.GetCustomAttribute(attribute).Constructor)).FullName)
                {
                    case FileAttribute:
                        found = found with { File = parameter.SequenceNumber - 1 };
                        break;
                    case LineAttribute:
                        found = found with { Line = parameter.SequenceNumber - 1 };
                        break;
                }
            }
        }

        return found;
    }
}
