using SpecPush.Files;

namespace SpecPush.Tool.Initialization;

/// <summary>Makes each solution push once, at the end of its build.</summary>
internal static class SolutionStep
{
    private const string Targets = "Directory.Solution.targets";
    private static readonly string[] Extensions = [".sln", ".slnx", ".slnf"];

    public static bool IsSolution(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public static Proposal Propose(InitialRepository repository)
    {
        if (!repository.HasProjects)
        {
            return Proposal.Nothing;
        }

        var version = PackageStep.FindVersion(repository) is { Length: > 0 } known ? known : repository.Version;
        var folders = repository.Files.Where(IsSolution)
            .Select(RepositoryPath.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Proposal.Join(folders.Select(folder => RepositoryPath.Combine(folder, Targets)).Where(path => !HasHook(repository, path)).Select(path => ProjectFileChange.Propose(
            repository,
            path,
            "makes a build of the solution push once, at its end",
            $"""  <Import Project="Solution.targets" Sdk="{PackageStep.Package}" Version="{version}" Condition="'$(MSBuildIsRestoring)' != 'true'" />""")));
    }

    private static bool HasHook(InitialRepository repository, string path) =>
        repository.Read(path) is { } content && SourceText.Decode(content) is { } text && text.Text.Contains("SpecPush", StringComparison.OrdinalIgnoreCase);
}
