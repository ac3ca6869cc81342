using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>A test method in metadata.</summary>
/// <param name="Method">The method.</param>
/// <param name="Acids">What its attributes and those of its classes and its assembly name.</param>
/// <param name="Place">What its framework baked into an attribute, if it did.</param>
internal sealed record FoundTest(MethodDefinitionHandle Method, ImmutableHashSet<string> Acids, BakedPlace? Place);
