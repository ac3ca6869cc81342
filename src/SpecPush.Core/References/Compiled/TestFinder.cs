using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Finds the tests of an assembly, with the ACIDs on the method, inherited ones, and those on its class and assembly.</summary>
internal sealed class TestFinder(MetadataReader reader, TypeResolver types, AttributeReader attributes)
{
    private readonly Dictionary<TypeSymbol, ImmutableHashSet<string>> _classTags = [];
    private readonly Dictionary<TypeDefinitionHandle, List<FoundTest>> _tests = [];
    private readonly Dictionary<TypeSymbol, bool> _haveTests = [];

    /// <param name="expectsTests">Whether to look for classes that only inherit tests even if there are no others.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public ImmutableArray<FoundTest> FindAll(bool expectsTests, CancellationToken cancellationToken)
    {
        var assemblyTags = reader.IsAssembly ? attributes.Read(reader, reader.GetAssemblyDefinition().GetCustomAttributes()).Acids : [];
        foreach (var handle in reader.TypeDefinitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddTestsOf(new TypeSymbol(reader, handle), assemblyTags);
        }

        if (_tests.Count == 0 && !expectsTests)
        {
            return [];
        }

        var inherited = new List<FoundTest>();
        foreach (var handle in reader.TypeDefinitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type = new TypeSymbol(reader, handle);
            if (!ClassTags(type).IsEmpty && !TagInheritedTests(type) && types.BasesOf(type).Any(HasTestsElsewhere))
            {
                inherited.Add(new FoundTest(default, ClassTags(type).Union(assemblyTags), Place: null) { Class = handle });
            }
        }

        return [.. _tests.Values.SelectMany(tests => tests), .. inherited];
    }

    private void AddTestsOf(TypeSymbol type, ImmutableHashSet<string> assemblyTags)
    {
        var tests = new List<FoundTest>();
        foreach (var handle in type.Definition.GetMethods())
        {
            var tags = MethodTags(type, reader.GetMethodDefinition(handle));
            if (tags.MarksTest)
            {
                tests.Add(new FoundTest(handle, tags.Acids.Union(assemblyTags), tags.Place));
            }
        }

        if (tests.Count > 0)
        {
            var classTags = types.BasesOf(type).Append(type).Select(ClassTags).Aggregate((all, more) => all.Union(more));
            _tests.Add(type.Handle, tests.ConvertAll(test => test with { Acids = test.Acids.Union(classTags) }));
        }
    }

    private AttributeTags MethodTags(TypeSymbol type, MethodDefinition method)
    {
        var tags = attributes.Read(reader, method.GetCustomAttributes());
        return MethodOverrides.Find(types, type, method)
            .Aggregate(tags, (all, overridden) => all.Inherit(attributes.Read(overridden.Reader, overridden.Attributes)));
    }

    /// <summary>Returns whether a test of this assembly has the tags of the class now.</summary>
    private bool TagInheritedTests(TypeSymbol type)
    {
        var isTagged = _tests.ContainsKey(type.Handle);
        foreach (var ancestor in types.BasesOf(type))
        {
            if (ancestor.Reader == reader && _tests.TryGetValue(ancestor.Handle, out var tests))
            {
                _tests[ancestor.Handle] = tests.ConvertAll(test => test with { Acids = test.Acids.Union(ClassTags(type)) });
                isTagged = true;
            }
        }

        return isTagged;
    }

    private bool HasTestsElsewhere(TypeSymbol type)
    {
        if (type.Reader != reader && !_haveTests.ContainsKey(type))
        {
            _haveTests.Add(type, type.Definition.GetMethods()
                .Any(handle => attributes.Read(type.Reader, type.Reader.GetMethodDefinition(handle).GetCustomAttributes()).MarksTest));
        }

        return _haveTests.GetValueOrDefault(type);
    }

    private ImmutableHashSet<string> ClassTags(TypeSymbol type)
    {
        if (!_classTags.TryGetValue(type, out var tags))
        {
            tags = attributes.Read(type.Reader, type.Definition.GetCustomAttributes()).Acids;
            _classTags.Add(type, tags);
        }

        return tags;
    }
}

/// <summary>A test method in metadata, or a class with the tags of tests that it inherits from another assembly.</summary>
/// <param name="Method">The method; nil for a class.</param>
/// <param name="Acids">The ACIDs in the attributes of the method, its classes and its assembly.</param>
/// <param name="Place">The place that the compiler passed to an attribute, if any.</param>
internal sealed record FoundTest(MethodDefinitionHandle Method, ImmutableHashSet<string> Acids, CallerPlace? Place)
{
    /// <summary>Nil for a method.</summary>
    public TypeDefinitionHandle Class { get; init; }
}
