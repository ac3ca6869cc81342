using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.References.Manifests;

namespace SpecPush.Tool.Initialization;

/// <summary>The repository as <c>init</c> sees it, with only the files that git knows.</summary>
/// <param name="Root">Absolute path.</param>
/// <param name="Files">Relative to the root, with <c>/</c>.</param>
/// <param name="Specs">The specs among them.</param>
/// <param name="Origin">The repository's address, <c>host/owner/repo</c>; null if it has none.</param>
/// <param name="Version">The version of the package to add.</param>
internal sealed record InitialRepository(string Root, ImmutableArray<string> Files, ImmutableArray<string> Specs, string? Origin, string Version)
{
    private const long MaxSize = 1_000_000;

    public required string DefaultBranch { get; init; }

    /// <summary>The argument that <c>dotnet build</c> needs if there is nothing to build in the root.</summary>
    public string BuildArgument => Files.Any(static path => !path.Contains('/') && (SolutionStep.IsSolution(path) || ProjectFiles.IsProjectFile(path))) ? ""
        : Files.FirstOrDefault(SolutionStep.IsSolution) is { } solution ? $" '{solution}'" : "";

    public bool HasProjects => Files.Any(ProjectFiles.IsProjectFile);

    /// <summary>The content of a file; null if it cannot be read.</summary>
    public byte[]? Read(string path)
    {
        var file = new FileInfo(Path.Combine(Root, path));
        return file is { Exists: true, Length: <= MaxSize } && new WorkTree(Root).HasRegularFile(path) ? RegularFile.ReadAllBytes(file.FullName) : null;
    }

    public ProjectXml? ReadXml(string path) => Read(path) is { } content ? ProjectXml.Parse(SourceText.Decode(content)) : null;

    /// <summary>The file with this name that MSBuild finds from a folder: the nearest in it or above.</summary>
    public string? Nearest(string name, string folder)
    {
        while (true)
        {
            var path = RepositoryPath.Combine(folder, name);
            if (Files.Contains(path, StringComparer.Ordinal) || folder.Length == 0)
            {
                return Files.Contains(path, StringComparer.Ordinal) ? path : null;
            }

            folder = RepositoryPath.Folder(folder);
        }
    }
}
