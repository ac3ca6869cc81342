using Microsoft.Build.Framework;
using SpecPush.Findings;
using SpecPush.References.Manifests;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.MSBuild;

/// <summary>Writes the project's reference manifest, then runs SpecPush for the project's repository.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class PushSpecs : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Absolute path of the project file.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>Absolute path of the compiled assembly; empty for a project that compiles nothing.</summary>
    public string AssemblyPath { get; set; } = "";

    /// <summary>The assemblies that the project was compiled against.</summary>
    public ITaskItem[] ReferencePaths { get; set; } = [];

    /// <summary>The folders that the compiler may have replaced in the symbols' paths.</summary>
    public ITaskItem[] SourceRoots { get; set; } = [];

    /// <summary>The project's <c>PathMap</c>, which replaces more folders; may be empty.</summary>
    public string PathMap { get; set; } = "";

    /// <summary>The project's target framework.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The project's configuration.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The project's <c>IsTestProject</c>; may be empty.</summary>
    public string IsTestProject { get; set; } = "";

    /// <summary>The project's <c>IsTestingPlatformApplication</c>, which can be set without <c>IsTestProject</c>; may be empty.</summary>
    public string IsTestingPlatformApplication { get; set; } = "";

    /// <summary>Whether to write only the manifest, because another run pushes at the end of the solution's build.</summary>
    public bool NotesReferencesOnly { get; set; }

    /// <summary>The build's ID, if the task cannot find it itself; otherwise empty.</summary>
    public string Build { get; set; } = "";

    /// <summary>Path of the project that returns the build's ID.</summary>
    [Required]
    public string BuildProject { get; set; } = "";

    /// <summary>Global properties that differ between the projects of a build.</summary>
    [Required]
    public string[] ProjectProperties { get; set; } = [];

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        var environment = ProcessEnvironment.Read();
        try
        {
            RunAndLog(environment);
        }
        catch (Exception exception) when (SharedNode.IsCancellation(exception))
        {
            Log.LogMessage(MessageImportance.High, "SpecPush: cancelled.");
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // MSBuild would print the exception as it is, and a library's message may quote anything.
            new FindingLog(Log, "", ProjectPath, errorsAreWarnings: Mode is null or "Auto").Show(UnexpectedFailure.From(exception, environment));
        }

        return !Log.HasLoggedErrors;
    }

    private void RunAndLog(EnvironmentVariables environment)
    {
        var build = CurrentBuild.Find(BuildEngine4, Build.Length == 0 ? null : Build, BuildProject, ProjectProperties);
        var result = Run(environment, build);
        var findings = new FindingLog(Log, result.Root, ProjectPath, errorsAreWarnings: result.Mode == RunMode.Auto);
        foreach (var finding in result.Findings)
        {
            findings.Show(finding);
        }

        foreach (var line in result.Lines)
        {
            Log.LogMessage(MessageImportance.High, "{0}", OneLine.From(line));
        }

        Log.LogMessage(MessageImportance.Low, "{0}", OneLine.From(result.Report.Context.Explanation));
    }

    private RunResult Run(EnvironmentVariables environment, CurrentBuild? build)
    {
        using var node = new SharedNode(BuildEngine4);
        return SpecPushRun.ExecuteAsync(
            new RunRequest
            {
                Directory = Path.GetDirectoryName(ProjectPath)!,
                Settings = RawSettings,
                Spelling = SettingSpelling.MSBuildProperty,
                Environment = environment,
                Build = build?.Id,
                StartedRuns = build?.StartedRuns,
                LongWorkBegins = node.Yield,
                Project = Project,
                NotesReferencesOnly = NotesReferencesOnly,
                ShowsFindingsOnly = true,
            },
            _cancellation.Token).GetAwaiter().GetResult();
    }

    private CompiledProject? Project => AssemblyPath.Length == 0 || !File.Exists(AssemblyPath) ? null : new CompiledProject
    {
        ProjectPath = ProjectPath,
        AssemblyPath = AssemblyPath,
        TargetFramework = TargetFramework,
        Configuration = Configuration,
        IsTestProject = Flag(IsTestProject) ?? (Flag(IsTestingPlatformApplication) is true ? true : null),
        ReferencePaths = ReferencePaths.Select(static item => item.GetMetadata("FullPath")),
        SourceRoots = [.. SourceRoots.Select(static item => new ProjectSourceRoot(item.ItemSpec, item.GetMetadata("MappedPath")))],
        PathMap = PathMap,
    };

    private static bool? Flag(string value) => bool.TryParse(value, out var flag) ? flag : null;
}
