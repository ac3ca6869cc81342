using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>The output folders of a project. Other folders named <c>obj</c> or <c>bin</c> may have sources.</summary>
internal sealed class OutputFolders
{
    // MSBuild's defaults for BaseOutputPath and BaseIntermediateOutputPath, also below ArtifactsPath, always in lower case.
    private static readonly string[] Names = ["bin", "obj"];

    private readonly ImmutableArray<string> _prefixes;

    private OutputFolders(IEnumerable<string> parents) =>
        _prefixes = [.. parents.Distinct(StringComparer.Ordinal).SelectMany(static parent => Names.Select(name => RepositoryPath.Combine(parent, name) + "/"))];

    public static OutputFolders From(AssemblyReadRequest request)
    {
        var parents = new List<string>();
        if (request.ProjectPath is { } project)
        {
            parents.Add(RepositoryPath.Folder(project));
        }

        var segments = RepositoryPath.From(request.RepositoryRoot, request.AssemblyPath).Split('/').SkipLast(1).ToList();
        if (segments.FindLastIndex(static segment => Names.Contains(segment)) is >= 0 and var output)
        {
            parents.Add(string.Join('/', segments.Take(output)));
        }

        return new OutputFolders(parents);
    }

    public bool Contain(string path) => _prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));
}
