using System.Collections.Immutable;

namespace SpecPush.References.Manifests;

/// <summary>A test method of an assembly and the requirements that it names.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">Where the method's code begins: the line of its references.</param>
/// <param name="FirstLine">The first line of the attributes and comments above the method.</param>
/// <param name="LastLine">The last line of the method.</param>
/// <param name="Acids">Sorted, each once.</param>
internal sealed record CompiledTest(string Path, int Line, int FirstLine, int LastLine, ImmutableArray<string> Acids)
{
    /// <summary>Whether <paramref name="line"/> of the same file is part of the test.</summary>
    public bool Contains(int line) => line >= FirstLine && line <= LastLine;
}
