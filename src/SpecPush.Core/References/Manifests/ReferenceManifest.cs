using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SpecPush.References.Manifests;

/// <summary>The references in a project's compiled assembly. Each build writes one for the project or job that pushes.</summary>
internal sealed record ReferenceManifest
{
    public const int CurrentVersion = 1;

    /// <summary>Comes first, so that the file's first bytes show what it is.</summary>
    [JsonPropertyName("specPushReferenceManifest"), JsonPropertyOrder(-1)]
    public int FormatVersion { get; init; } = CurrentVersion;

    /// <summary>The project file, relative to the repository root, with <c>/</c>; empty when it is not known.</summary>
    public required string ProjectPath { get; init; }

    public required string TargetFramework { get; init; }

    public required string Configuration { get; init; }

    public required bool IsTestProject { get; init; }

    /// <summary>The files of the repository that the assembly was compiled from, sorted by path.</summary>
    public required ImmutableArray<ManifestSource> Sources { get; init; }

    /// <summary>The other files in the project's folder that could have been sources, sorted; null if not known.</summary>
    public ImmutableArray<string>? OtherFiles { get; init; }

    /// <summary>The tests of the assembly, sorted by path and line.</summary>
    public required ImmutableArray<CompiledTest> Tests { get; init; }

    /// <summary>How many more tests and attributes may refer to requirements: tests without a file in the repository, and attributes that cannot be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Missed { get; init; }
}

/// <summary>A file of the repository as it was compiled.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Algorithm">The checksum's algorithm.</param>
/// <param name="Checksum">The checksum of the file's bytes, in upper-case hexadecimal digits.</param>
internal sealed record ManifestSource(string Path, ChecksumAlgorithm Algorithm, string Checksum);

/// <summary>A test method and the requirements that it refers to.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">Where the method's code begins, which is the line of its references.</param>
/// <param name="FirstLine">The first line of the attributes and comments above the method.</param>
/// <param name="LastLine">The last line of the method.</param>
/// <param name="Acids">Sorted, each once.</param>
internal sealed record CompiledTest(string Path, int Line, int FirstLine, int LastLine, ImmutableArray<string> Acids)
{
    /// <summary>Whether <paramref name="line"/> of the same file is part of the test.</summary>
    public bool Contains(int line) => line >= FirstLine && line <= LastLine;
}
