using System.Security.Cryptography;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.References.Manifests;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Memory;

/// <summary>
/// Where SpecPush saves its state: in the work tree's git directory, where it is never committed and each work tree has its own;
/// without git, in <c>obj</c>. It can be deleted at any time.
/// </summary>
internal sealed class StateDirectory(string path)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public string Path => path;

    public string LockPath => System.IO.Path.Combine(path, "lock");

    public string ManifestsPath => System.IO.Path.Combine(path, "manifests");

    public string TextsPath => System.IO.Path.Combine(path, "texts");

    private string LastRunPath => System.IO.Path.Combine(path, "last-run.json");

    private string LastReportPath => System.IO.Path.Combine(path, "last-report.json");

    private string SessionsPath => System.IO.Path.Combine(path, "builds");

    /// <summary>The folder for a checkout, found without starting git.</summary>
    public static StateDirectory For(string root) => new(GitDirectories.Find(root) is { } directories
        ? System.IO.Path.Combine(directories.Own, "specpush")
        : System.IO.Path.Combine(root, "obj", "specpush"));

    /// <summary>Deletes the reference manifest of a project, if there is one.</summary>
    public static void RemoveManifest(string projectPath, string targetFramework, string configuration)
    {
        try
        {
            var root = Repositories.Open(System.IO.Path.GetDirectoryName(projectPath)!).Root;
            ManifestFile.Delete(For(root).ManifestsPath, RepositoryPath.From(root, projectPath), targetFramework, configuration);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next change of a source file makes it out of date, so it will not be used.
        }
    }

    public PushState? ReadPush(PushSettings settings, PushContext context) =>
        Read(PushPath(settings, context)) is { } saved ? PushState.Load(saved) : null;

    public void WritePush(PushSettings settings, PushContext context, PushState state) =>
        AtomicFile.Write(PushPath(settings, context), state.Save());

    public LastRun? ReadLastRun() => Read(LastRunPath) is { } saved ? LastRun.Load(saved) : null;

    /// <summary>The complete report of the last run; null if the file belongs to another run.</summary>
    public Report? ReadWholeReport(LastRun run) =>
        Read(LastReportPath) is { } saved && HashOf(saved) == run.ReportHash && StoredReport.Load(saved) is { } report && report.Key == run.Key ? report.Report : null;

    /// <summary>Lets the next run begin anew.</summary>
    public void RemoveLastRun() => File.Delete(LastRunPath);

    public void WriteLastRun(LastRun run) => AtomicFile.Write(LastRunPath, run.Save());

    /// <summary>Also writes the whole report.</summary>
    public void WriteWholeReport(LastRun run)
    {
        // The report is written first: without its report, a saved run is not used, and without its run, a report is ignored.
        var report = new StoredReport(run.Key, run.Report).Save();
        AtomicFile.Write(LastReportPath, report);
        WriteLastRun(run with { ReportHash = HashOf(report) });
    }

    public BuildSession ReadSession(string build) => BuildSession.Load(Read(SessionPath(build)) is { } saved ? Encoding.UTF8.GetString(saved) : "");

    public void WriteSession(string build, BuildSession session)
    {
        if (!File.Exists(SessionPath(build)))
        {
            RemoveOld();
        }

        AtomicFile.Write(SessionPath(build), Encoding.UTF8.GetBytes(session.Save()));
    }

    // Sessions, and what builds left that were killed while they wrote.
    private void RemoveOld()
    {
        foreach (var file in FilesIn(SessionsPath, "*").Concat(FilesIn(path, AtomicFile.TemporaryFiles)).Concat(FilesIn(ManifestsPath, AtomicFile.TemporaryFiles)))
        {
            if (DateTime.UtcNow - file.LastWriteTimeUtc > KeptFor)
            {
                file.Delete();
            }
        }
    }

    private static IEnumerable<FileInfo> FilesIn(string folder, string pattern) => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles(pattern) : [];

    // What a push of one part of the repository has sent says nothing of the other parts.
    private string PushPath(PushSettings settings, PushContext context)
    {
        var part = settings.Scope.Length == 0 && settings.Features.IsEmpty ? "" : $"\n{settings.Scope}\n{string.Join(';', settings.Features.Order(StringComparer.Ordinal))}";
        return System.IO.Path.Combine(path, $"push-{Hash($"{settings.ApiUrl}\n{context.RepoUri}\n{context.Branch}{part}")}.json");
    }

    private string SessionPath(string build) => System.IO.Path.Combine(SessionsPath, $"{Hash(build)}.txt");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[]? Read(string file)
    {
        try
        {
            return File.Exists(file) ? RegularFile.ReadAllBytes(file) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Saving state is optional: if it fails, this run continues, and the next one repeats some work.</summary>
internal static class StateWriting
{
    /// <summary>Returns null, or a finding that says what went wrong.</summary>
    public static Finding? Try(StateDirectory state, Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CheckoutFindings.StateNotWritten(state.Path, exception.Message);
        }
    }
}
