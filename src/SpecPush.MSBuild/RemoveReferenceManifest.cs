using Microsoft.Build.Framework;
using SpecPush.Memory;

namespace SpecPush.MSBuild;

/// <summary>Deletes the project's reference manifest in <c>Clean</c>, together with its assembly.</summary>
[MSBuildMultiThreadableTask]
public sealed class RemoveReferenceManifest : Microsoft.Build.Utilities.Task
{
    /// <summary>Absolute path of the project file.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>The project's target framework.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The project's configuration.</summary>
    public string Configuration { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        StateDirectory.RemoveManifest(ProjectPath, TargetFramework, Configuration);
        return true;
    }
}
