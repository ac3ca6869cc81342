using System.Collections.Immutable;

namespace SpecPush.References.Manifests;

/// <summary>A project that has just been built.</summary>
public sealed record CompiledProject
{
    /// <summary>Absolute path of the project file.</summary>
    public required string ProjectPath { get; init; }

    /// <summary>Absolute path of the assembly.</summary>
    public required string AssemblyPath { get; init; }

    /// <summary>The target framework it was built for.</summary>
    public required string TargetFramework { get; init; }

    /// <summary>The configuration it was built in.</summary>
    public required string Configuration { get; init; }

    /// <summary>What MSBuild says; null leaves it to whether there are tests in the assembly.</summary>
    public bool? IsTestProject { get; init; }

    /// <summary>Absolute paths of what it was compiled against.</summary>
    public ImmutableArray<string> ReferencePaths { get; init; } = [];

    /// <summary>The folders that the compiler may have replaced in the paths that it wrote down.</summary>
    public ImmutableArray<ProjectSourceRoot> SourceRoots { get; init; } = [];
}

/// <summary>A folder of sources, and what the compiler calls it in a deterministic build.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="MappedPath">Such as <c>/_/</c>; empty when it keeps its name.</param>
public sealed record ProjectSourceRoot(string Path, string MappedPath);
