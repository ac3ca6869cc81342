using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Tells which of the tests without a place in the repository should have one.</summary>
internal sealed class MissedTests(MetadataReader assembly, MetadataReader? symbols, MethodMap methods)
{
    /// <summary>
    /// Whether to count tests without references, too: if no source of a project is known, nobody would notice that they have some after a change.
    /// </summary>
    public required bool CountsAll { get; init; }

    /// <param name="unplaced">The tests without a place.</param>
    public Missed Find(IEnumerable<FoundTest> unplaced)
    {
        var missed = unplaced.Where(test => (CountsAll || !test.Acids.IsEmpty) && IsWritten(test)).ToImmutableArray();
        return new Missed(missed.Length, missed.Select(DocumentOf).FirstOrDefault(static document => document is not null));
    }

    // What a generator writes is not in the repository, and an abstract test never runs: its overrides do, and have places of their own.
    private bool IsWritten(FoundTest test) =>
        test.Method.IsNil || (!methods.IsGenerated(test.Method) && assembly.GetMethodDefinition(test.Method).RelativeVirtualAddress != 0);

    private string? DocumentOf(FoundTest test)
    {
        var document = symbols is null || test.Method.IsNil ? default : MethodDocuments.Find(symbols, test.Method).FirstOrDefault();
        return document.IsNil ? test.Place?.File : symbols!.GetString(symbols.GetDocument(document).Name);
    }
}

/// <summary>Tests whose file in the repository is unknown.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Document">The file of one of them, as the assembly or its symbols name it; null if they do not.</param>
internal sealed record Missed(int Count, string? Document);
