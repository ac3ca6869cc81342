using System.Collections.Immutable;
using System.Xml.Linq;
using SpecPush.Files;
using SpecPush.References.Manifests;

namespace SpecPush.Tool.Initialization;

/// <summary>Adds the package SpecPush.MSBuild to every .NET project.</summary>
internal static class PackageStep
{
    public const string Package = "SpecPush.MSBuild";

    private const string BuildProperties = "Directory.Build.props";
    private const string PackageVersions = "Directory.Packages.props";
    private static readonly string[] Extensions = [".props", ".targets", ".csproj", ".fsproj", ".vbproj"];

    public static Proposal Propose(InitialRepository repository) =>
        !repository.HasProjects || FindVersion(repository) is not null ? Proposal.Nothing : Proposal.Join(Places(repository).Select(place => Propose(repository, place)));

    /// <summary>The package version that projects reference; null if none does, and empty if it is not a plain version.</summary>
    public static string? FindVersion(InitialRepository repository)
    {
        var references = repository.Files.Where(static path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Select(repository.ReadXml).OfType<ProjectXml>()
            .SelectMany(static file => (string[])["PackageReference", "GlobalPackageReference", "PackageVersion"], static (file, name) => file.Elements(name)).SelectMany(static elements => elements)
            .Where(static element => Package.Equals((string?)element.Attribute("Include"), StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var version = references.Select(static element => (string?)element.Attribute("Version")).FirstOrDefault(static version => version is not null && version.All(IsPlain));
        return references.Length == 0 ? null : version ?? "";
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-';

    private static IEnumerable<string> Places(InitialRepository repository)
    {
        var root = repository.ReadXml(PackageVersions);
        return root is not null && (root.IsTrue("ManagePackageVersionsCentrally") || repository.ReadXml(BuildProperties)?.IsTrue("ManagePackageVersionsCentrally") == true)
            ? [PackageVersions]
            : repository.Files.Where(ProjectFiles.IsProjectFile).Select(project => Topmost(repository, RepositoryPath.Folder(project))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    // MSBuild imports only the nearest file, which may import the next one above it.
    private static string Topmost(InitialRepository repository, string folder)
    {
        var path = repository.Nearest(BuildProperties, folder);
        while (path is not null && RepositoryPath.Folder(path) is { Length: > 0 } inner && repository.ReadXml(path)?.Elements("Import").Any(ImportsAbove) == true)
        {
            path = repository.Nearest(BuildProperties, RepositoryPath.Folder(inner)) ?? BuildProperties;
        }

        return path ?? BuildProperties;
    }

    private static bool ImportsAbove(XElement import) => ((string?)import.Attribute("Project"))?.Contains(BuildProperties, StringComparison.OrdinalIgnoreCase) == true;

    private static Proposal Propose(InitialRepository repository, string path)
    {
        var reference = path == PackageVersions
            ? $"""    <GlobalPackageReference Include="{Package}" Version="{repository.Version}" />"""
            : $"""    <PackageReference Include="{Package}" Version="{repository.Version}" PrivateAssets="all" />""";
        return ProjectFileChange.Propose(repository, path, "adds the package to every project", "  <ItemGroup>", reference, "  </ItemGroup>");
    }
}

/// <summary>Adds lines to an MSBuild file, or creates it.</summary>
internal static class ProjectFileChange
{
    public static Proposal Propose(InitialRepository repository, string path, string why, params string[] lines)
    {
        var before = repository.Read(path);
        if (before is null && Path.Exists(Path.Combine(repository.Root, path)))
        {
            return Proposal.Note($"{path} is a link, or too large, and was left alone; add by hand: {string.Concat(lines.Select(static line => line.Trim()))}");
        }

        var file = before is null ? new SourceText($"<Project>\n</Project>\n", HasMark: false) : SourceText.Decode(before);
        return ProjectXml.Parse(file)?.Append(lines) is { } after
            ? Proposal.Change(new ProposedChange(path, why, before, after.Encode()))
            : Proposal.Note($"{path} is not a file that MSBuild reads, and was left alone; add by hand: {string.Concat(lines.Select(static line => line.Trim()))}");
    }
}
