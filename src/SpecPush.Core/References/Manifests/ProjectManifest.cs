using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.References.Compiled;
using SpecPush.Settings;

namespace SpecPush.References.Manifests;

/// <summary>The reference manifest of the project that has just been built.</summary>
internal sealed class ProjectManifest(CompiledProject project, string root, string manifestsPath)
{
    private readonly string _projectPath = RepositoryPath.From(root, project.ProjectPath);

    // The files in the project's folder that could be sources; listed only for projects with tests.
    private readonly Lazy<ImmutableArray<string>?> _files = new(() => ProjectSources.Find(root, RepositoryPath.From(root, project.ProjectPath)));

    private AssemblyStamp Stamp => new(Path.Combine(manifestsPath, ManifestFile.Name(_projectPath, project.TargetFramework, project.Configuration)), project, _files);

    /// <summary>Writes the assembly's references, unless exactly this assembly was read before.</summary>
    public ManifestNote Write(CancellationToken cancellationToken)
    {
        if (Stamp.IsCurrent)
        {
            return new ManifestNote(IsNews: false, []);
        }

        var reading = AssemblyReader.Read(
            new AssemblyReadRequest
            {
                AssemblyPath = project.AssemblyPath,
                RepositoryRoot = root,
                ProjectPath = _projectPath,
                TargetFramework = project.TargetFramework,
                Configuration = project.Configuration,
                IsTestProject = project.IsTestProject,
                ExpectsTests = project.IsTestProject == true || TestProjects.Includes(root, _projectPath),
                ReferencePaths = project.ReferencePaths,
                SourceRoots = [.. project.SourceRoots.Select(static source => new SourceRoot(source.MappedPath, source.Path)), .. PathMap.Parse(project.PathMap)],
            },
            cancellationToken);
        if (reading.IsUnreadable)
        {
            return new ManifestNote(IsNews: true, reading.Findings);
        }

        try
        {
            // A project that neither has tests nor should adds nothing to a push.
            var isNews = reading.Manifest is { } manifest
                ? ManifestFile.Write(manifestsPath, manifest with { OtherFiles = Others(manifest) })
                : ManifestFile.Delete(manifestsPath, _projectPath, project.TargetFramework, project.Configuration);
            Stamp.Write(hasManifest: reading.Manifest is not null, isClean: reading.Findings.IsEmpty);
            return new ManifestNote(isNews || !reading.Findings.IsEmpty, reading.Findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ManifestNote(IsNews: true, reading.Findings.Add(CheckoutFindings.StateNotWritten(manifestsPath, exception.Message)));
        }
    }

    private ImmutableArray<string>? Others(ReferenceManifest manifest)
    {
        var sources = manifest.Sources.Select(static source => source.Path).ToHashSet(StringComparer.Ordinal);
        return _files.Value is { } files ? [.. files.Where(path => !sources.Contains(path))] : null;
    }

    /// <summary>Records which assembly, which files in the project's folder and which MSBuild properties a manifest was made from.</summary>
    private sealed class AssemblyStamp(string manifest, CompiledProject project, Lazy<ImmutableArray<string>?> files)
    {
        private const string WithoutManifest = " without manifest";

        private readonly string _path = Path.ChangeExtension(manifest, ".stamp");

        public bool IsCurrent
        {
            get
            {
                try
                {
                    return File.Exists(_path) && RegularFile.ReadAllText(_path) is var written && Text is var assembly && written.StartsWith(assembly, StringComparison.Ordinal)
                        && (written == assembly + WithoutManifest || (File.Exists(manifest) && written == assembly + Files));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Another build of the project is deleting it right now.
                    return false;
                }
            }
        }

        private string Text
        {
            get
            {
                var file = new FileInfo(project.AssemblyPath);
                return string.Create(CultureInfo.InvariantCulture, $"{ProductVersion.Text} {file.Length} {file.LastWriteTimeUtc.Ticks} {project.IsTestProject}");
            }
        }

        private string Files => $" {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Value ?? []))))}";

        // If there were findings, the next build reads the assembly again to repeat them.
        public void Write(bool hasManifest, bool isClean)
        {
            if (isClean)
            {
                AtomicFile.Write(_path, Encoding.UTF8.GetBytes(Text + (hasManifest ? Files : WithoutManifest)));
            }
            else
            {
                File.Delete(_path);
            }
        }
    }
}

/// <summary>The result of writing a manifest.</summary>
/// <param name="IsNews">Whether a push may now have something new to send.</param>
/// <param name="Findings">What was wrong with the assembly or its symbols.</param>
internal sealed record ManifestNote(bool IsNews, ImmutableArray<Finding> Findings);

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

    /// <summary>MSBuild's <c>IsTestProject</c>; null to decide by whether the assembly has tests.</summary>
    public bool? IsTestProject { get; init; }

    /// <summary>Absolute paths of the assemblies that it was compiled against; enumerated only if one of them is needed.</summary>
    public IEnumerable<string> ReferencePaths { get; init; } = [];

    /// <summary>The folders that the compiler may have replaced in the symbols' paths.</summary>
    public ImmutableArray<ProjectSourceRoot> SourceRoots { get; init; } = [];

    /// <summary>MSBuild's <c>PathMap</c>: more folders that the compiler replaced, and their names in the symbols.</summary>
    public string PathMap { get; init; } = "";
}

/// <summary>A folder of sources, and its name in the symbols of a deterministic build.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="MappedPath">Such as <c>/_/</c>; empty if the path is not replaced.</param>
public sealed record ProjectSourceRoot(string Path, string MappedPath);
