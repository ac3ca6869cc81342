using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.References.Compiled;
using SpecPush.Settings;

namespace SpecPush.References.Manifests;

/// <summary>The reference manifest of the project that has just been built.</summary>
internal static class ProjectManifest
{
    /// <summary>Writes what the project's assembly refers to, unless the same assembly was read before.</summary>
    public static ImmutableArray<Finding> Write(CompiledProject project, string root, string manifestsPath, CancellationToken cancellationToken)
    {
        var projectPath = RepositoryPath.From(root, project.ProjectPath);
        var manifest = Path.Combine(manifestsPath, ManifestFile.Name(projectPath, project.TargetFramework, project.Configuration));
        var stamp = new AssemblyStamp(manifest, project);
        if (stamp.IsCurrent)
        {
            return [];
        }

        var reading = AssemblyReader.Read(
            new AssemblyReadRequest
            {
                AssemblyPath = project.AssemblyPath,
                RepositoryRoot = root,
                ProjectPath = projectPath,
                TargetFramework = project.TargetFramework,
                Configuration = project.Configuration,
                IsTestProject = project.IsTestProject,
                ReferencePaths = project.ReferencePaths,
                SourceRoots = [.. project.SourceRoots.Select(static source => new SourceRoot(source.MappedPath, source.Path))],
            },
            cancellationToken);
        try
        {
            if (reading.Manifest is not null)
            {
                ManifestFile.Write(manifestsPath, reading.Manifest);
                stamp.Write(reading.Findings.IsEmpty);
            }

            return reading.Findings;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return reading.Findings.Add(CheckoutFindings.StateNotWritten(manifestsPath, exception.Message));
        }
    }

    /// <summary>Tells whether a manifest was made from the same assembly and the same words of MSBuild.</summary>
    private sealed class AssemblyStamp(string manifest, CompiledProject project)
    {
        private readonly string _path = Path.ChangeExtension(manifest, ".stamp");

        public bool IsCurrent
        {
            get
            {
                try
                {
                    return File.Exists(manifest) && File.Exists(_path) && File.ReadAllText(_path) == Text;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Another build of the same project removes it at this moment.
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

        // Where there was something to say, it is read and said again.
        public void Write(bool isClean)
        {
            if (isClean)
            {
                AtomicFile.Write(_path, System.Text.Encoding.UTF8.GetBytes(Text));
            }
            else
            {
                File.Delete(_path);
            }
        }
    }
}

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
