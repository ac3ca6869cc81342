using Microsoft.Build.Framework;
using SpecPush.Run;

namespace SpecPush.MSBuild;

/// <summary>What the projects of a build share: the build's ID and, within one process, the started runs.</summary>
internal sealed record CurrentBuild(string Id, StartedRuns StartedRuns)
{
    /// <summary>The build of a task; null if it is unknown.</summary>
    /// <param name="engine">The task's engine, which keeps the object for this process's projects until the build ends.</param>
    /// <param name="id">The build's ID, if the project's targets provide it.</param>
    /// <param name="project">Path of the project that returns the ID.</param>
    /// <param name="removedProperties">Global properties that differ between the projects of a build.</param>
    public static CurrentBuild? Find(IBuildEngine4 engine, string? id, string project, string[] removedProperties)
    {
        var key = (typeof(CurrentBuild), id);
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is CurrentBuild known)
        {
            return known;
        }

        id ??= Ask(engine, project, removedProperties);
        if (id is null)
        {
            return null;
        }

        var build = new CurrentBuild(id, new StartedRuns());
        engine.RegisterTaskObject(key, build, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        return build;
    }

    // MSBuild builds a project with the same global properties only once per build, on any number of nodes. Building it from a target of
    // every project would take longer than the rest of a build without changes.
    private static string? Ask(IBuildEngine3 engine, string project, string[] removedProperties)
    {
        var result = engine.BuildProjectFilesInParallel([project], ["Name"], [null], [removedProperties], [null], returnTargetOutputs: true);
        return result.Result && result.TargetOutputsPerProject is [var outputs] && outputs.TryGetValue("Name", out var names) && names is [var name]
            ? name.ItemSpec
            : null;
    }
}
