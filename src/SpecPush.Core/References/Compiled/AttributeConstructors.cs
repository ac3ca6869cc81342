using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>What is known of each attribute constructor, found out once: an assembly of many tests uses few.</summary>
internal sealed class AttributeConstructors(TypeResolver types)
{
    private readonly TestAttributes _testAttributes = new(types);
    private readonly Dictionary<(MetadataReader, EntityHandle), AttributeConstructor> _known = [];

    public AttributeConstructor Find(MetadataReader reader, EntityHandle constructor)
    {
        if (!_known.TryGetValue((reader, constructor), out var found))
        {
            var type = AttributeType.Of(reader, constructor);
            found = new AttributeConstructor(
                _testAttributes.Contains(reader, type),
                IsOfRuntime(TypeName.Of(reader, type).FullName),
                CallerArguments.Find(types, reader, constructor));
            _known.Add((reader, constructor), found);
        }

        return found;
    }

    // Versions and the names of friend assemblies can look like ACIDs.
    private static bool IsOfRuntime(string name) =>
        name.StartsWith("System.Reflection.", StringComparison.Ordinal) || name.StartsWith("System.Runtime.", StringComparison.Ordinal);
}

/// <summary>What an attribute's constructor tells without its arguments.</summary>
/// <param name="MarksTest">Whether it makes a method a test.</param>
/// <param name="IsOfRuntime">Whether it speaks to the runtime or the compiler, not about tests.</param>
/// <param name="Caller">Null when the constructor's definition is not to be had.</param>
internal sealed record AttributeConstructor(bool MarksTest, bool IsOfRuntime, CallerArguments? Caller);
