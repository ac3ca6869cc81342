using System.Collections.Immutable;
using System.Reflection.Metadata;
using SpecPush.Acids;

namespace SpecPush.References.Compiled;

/// <summary>Examines each attribute constructor once: even an assembly with many tests uses only a few.</summary>
internal sealed class AttributeConstructors(CompiledAssembly assembly, TypeResolver types)
{
    private readonly TestAttributes _testAttributes = new(types);
    private readonly Dictionary<(MetadataReader, EntityHandle), AttributeConstructor?> _known = [];

    /// <summary>Null for an attribute of the runtime or the compiler, which has nothing to do with tests.</summary>
    public AttributeConstructor? Find(MetadataReader reader, EntityHandle constructor)
    {
        if (!_known.TryGetValue((reader, constructor), out var found))
        {
            var type = AttributeType.Find(reader, constructor);
            found = IsOfRuntime(TypeName.Read(reader, type).FullName) ? null : Examine(reader, constructor, type);
            _known.Add((reader, constructor), found);
        }

        return found;
    }

    // Versions and the names of friend assemblies can look like ACIDs.
    private static bool IsOfRuntime(string name) =>
        name.StartsWith("System.Reflection.", StringComparison.Ordinal) || name.StartsWith("System.Runtime.", StringComparison.Ordinal)
        || name is "System.Diagnostics.DebuggableAttribute";

    private AttributeConstructor Examine(MetadataReader reader, EntityHandle constructor, EntityHandle type)
    {
        var marksTest = _testAttributes.Contains(reader, type);
        return new AttributeConstructor
        {
            MarksTest = marksTest,
            MarksOverrides = marksTest && AttributeType.IsInherited(types, reader, type),
            Caller = CallerArguments.Find(types, reader, constructor),
            Acids = AcidsIn(reader, type),
        };
    }

    // An attribute such as `class LoginAttribute() : CategoryAttribute("auth-feature.LOGIN.1")` has its ACID in its code.
    private ImmutableArray<string> AcidsIn(MetadataReader reader, EntityHandle type)
    {
        if (reader != assembly.Metadata || types.Resolve(reader, type) is not { } symbol || symbol.Reader != reader)
        {
            return [];
        }

        try
        {
            return [.. assembly.StringsIn(symbol.Definition).SelectMany(AcidPattern.FindAll)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Obfuscators encrypt method bodies; the arguments that are passed to the attribute can still be read.
            return [];
        }
    }
}

/// <summary>What is known about an attribute from its constructor, whatever the arguments.</summary>
internal sealed record AttributeConstructor
{
    /// <summary>Whether the attribute makes a method a test.</summary>
    public required bool MarksTest { get; init; }

    /// <summary>Whether it also makes overriding methods tests.</summary>
    public required bool MarksOverrides { get; init; }

    /// <summary>Null if the constructor's definition cannot be found.</summary>
    public required CallerArguments? Caller { get; init; }

    /// <summary>The ACIDs in the attribute's own code.</summary>
    public required ImmutableArray<string> Acids { get; init; }
}
