using SpecPush.Findings;

namespace SpecPush.References.Collected;

/// <summary>The findings about collected files, which jobs write for the job that pushes.</summary>
internal static class CollectedFindings
{
    private const int MaxQuoted = 40;

    public static Finding OtherCommit(string name, string commit, string? headCommit) => new("SPUSH2110", Severity.Warning,
        $"{name} was not used: it was collected at {commit[..7]}, but {headCommit?[..7] ?? "no commit"} is checked out here; check out the same commit in every job.");

    public static Finding UnknownVersion(string name, string? toolVersion) => new("SPUSH2111", Severity.Warning,
        $"{name} was not used: SpecPush {OneLine.From(toolVersion ?? "of another version", MaxQuoted)} wrote it in a format that this version does not read; use the same version in every job.");

    public static Finding Unusable(string name, string reason) => new("SPUSH2112", Severity.Warning,
        $"{name} was not used: {reason}. Collect again, and do not change the file.");

    public static Finding NoFile(string pattern) => new("SPUSH2113", Severity.Warning,
        $"No collected file matches '{OneLine.From(pattern)}'; download the artifacts of the other jobs before this step, or correct the pattern.");

    public static Finding NoProject() => new("SPUSH2114", Severity.Warning,
        "There was nothing to collect: no build of this checkout has written a reference manifest. Build with the package SpecPush.MSBuild first, or name the built assemblies.");

    public static Finding NoCommit() => new("SPUSH3053", Severity.Error,
        "Nothing was collected, because no commit is checked out; the job that pushes accepts only files of its own commit.");

    public static Finding NotWritten(string path, string reason) => new("SPUSH3054", Severity.Error,
        $"Nothing was collected, because {path} could not be written: {reason}");
}
