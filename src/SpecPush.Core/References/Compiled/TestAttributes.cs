using System.Collections.Frozen;
using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Which attributes make a method a test.</summary>
internal sealed class TestAttributes(TypeResolver types)
{
    private const int MaxChain = 64;

    // The full list is for when the framework's assembly cannot be found; otherwise the base types among them would be enough.
    private static readonly FrozenSet<string> Names = new[]
    {
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.DataTestMethodAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.STATestMethodAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.AppContainer.UITestMethodAttribute",
        "Xunit.FactAttribute",
        "Xunit.TheoryAttribute",
        "Xunit.CulturedFactAttribute",
        "Xunit.CulturedTheoryAttribute",
        "Xunit.SkippableFactAttribute",
        "Xunit.SkippableTheoryAttribute",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.TestCaseAttribute",
        "NUnit.Framework.TestCaseSourceAttribute",
        "NUnit.Framework.TheoryAttribute",
        "NUnit.Framework.CombinatorialAttribute",
        "NUnit.Framework.PairwiseAttribute",
        "NUnit.Framework.SequentialAttribute",
        "TUnit.Core.TestAttribute",
        "TUnit.Core.BaseTestAttribute",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Interfaces = new[]
    {
        "Xunit.v3.IFactAttribute",
        "Xunit.v3.ITheoryAttribute",
        "NUnit.Framework.Interfaces.ITestBuilder",
        "NUnit.Framework.Interfaces.ISimpleTestBuilder",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the attribute's type is a framework's, derives from one, or implements an interface that a framework looks for.</summary>
    public bool Contains(MetadataReader reader, EntityHandle attributeType)
    {
        for (var length = 0; length < MaxChain && !attributeType.IsNil; length++)
        {
            if (Names.Contains(WithoutArity(TypeName.Read(reader, attributeType).FullName)))
            {
                return true;
            }

            if (types.Resolve(reader, attributeType) is not { } type)
            {
                return false;
            }

            if (ImplementsTestInterface(type))
            {
                return true;
            }

            (reader, attributeType) = (type.Reader, type.Definition.BaseType);
        }

        return false;
    }

    private static bool ImplementsTestInterface(TypeSymbol type)
    {
        foreach (var handle in type.Definition.GetInterfaceImplementations())
        {
            var implemented = type.Reader.GetInterfaceImplementation(handle).Interface;
            if (implemented.Kind != HandleKind.TypeSpecification && Interfaces.Contains(TypeName.Read(type.Reader, implemented).FullName))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;
}
