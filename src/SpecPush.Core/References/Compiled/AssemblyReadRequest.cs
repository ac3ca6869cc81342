using System.Collections.Immutable;

namespace SpecPush.References.Compiled;

/// <summary>Which assembly to read, and what is known about where it came from. Paths are absolute unless they say otherwise.</summary>
internal sealed record AssemblyReadRequest
{
    public required string AssemblyPath { get; init; }

    public required string RepositoryRoot { get; init; }

    /// <summary>Relative to the root, with <c>/</c>; null where only the assembly is known: then <see cref="Files"/> tell.</summary>
    public string? ProjectPath { get; init; }

    public string TargetFramework { get; init; } = "";

    public string Configuration { get; init; } = "";

    /// <summary>What the project says; null leaves it to whether there are tests in the assembly.</summary>
    public bool? IsTestProject { get; init; }

    /// <summary>What the assembly was compiled against; assemblies beside it are found without.</summary>
    public ImmutableArray<string> ReferencePaths { get; init; } = [];

    /// <summary>MSBuild's <c>@(SourceRoot)</c>.</summary>
    public ImmutableArray<SourceRoot> SourceRoots { get; init; } = [];

    /// <summary>The paths that git knows, relative to the root; empty where nobody asked it, as in a build: then the disk tells.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}

/// <summary>A folder that the compiler was told to write as another into symbols.</summary>
/// <param name="MappedPath">What stands in the symbols, such as <c>/_/</c>.</param>
/// <param name="LocalPath">The folder on this machine.</param>
internal sealed record SourceRoot(string MappedPath, string LocalPath);
