using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Runs the git program so that it only reads, whatever the user's and the repository's configuration say.</summary>
/// <param name="root">The work tree's root.</param>
/// <param name="program">The program; null to look for it on the search path.</param>
internal sealed class Git(string root, string? program = null)
{
    private static readonly string Nothing = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private readonly string[] _safety =
    [
        "--no-optional-locks", "-c", $"core.hooksPath={Nothing}", "-c", "core.fsmonitor=false",
        .. SafeDirectories(root).SelectMany(static folder => (string[])["-c", $"safe.directory={folder}"]),
    ];

    public string Root => root;

    public async Task<GitResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken, string input = "")
    {
        using var process = Start(arguments);
        await using var kill = cancellationToken.Register(() => Kill(process));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var writing = WriteAsync(process, input);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        await writing;
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return new GitResult(process.ExitCode, output.ToArray(), (await error).Trim());
    }

    public Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("", [.. _safety, .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        GitEnvironment.Prepare(start.Environment, root);
        start.FileName = program
            ?? GitProgram.Find(start.Environment.TryGetValue("PATH", out var path) ? path : null)
            ?? throw new CheckoutException(CheckoutFindings.GitMissing());
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CheckoutException(CheckoutFindings.GitMissing());
        }
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It has ended by itself, or the system protects it or a process that it started. This runs inside a cancellation, which must not fail.
        }
    }

    /// <summary>Writes all of the input, and ends it.</summary>
    public static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading.
        }
    }

    // Folders of another user are refused unless they are named, in containers for one. git compares the path behind all links, with slashes.
    private static IEnumerable<string> SafeDirectories(string root) =>
        new[] { root, BehindLinks(root) }.Select(static folder => OperatingSystem.IsWindows() ? folder.Replace('\\', '/') : folder).Distinct();

    private static string BehindLinks(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
        {
            return folder;
        }

        var path = Path.Combine(BehindLinks(parent), Path.GetFileName(folder));
        return Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
    }
}

/// <summary>What a git process said.</summary>
internal sealed record GitResult(int ExitCode, byte[] Output, string Error)
{
    // git exits so on options that it does not know.
    private const int UsageError = 129;

    public bool Succeeded => ExitCode == 0;

    public bool IsUsageError => ExitCode == UsageError;

    public string Text => Encoding.UTF8.GetString(Output).Trim('\n', '\r');

    /// <summary>The output of <c>-z</c>.</summary>
    public string[] Fields => Encoding.UTF8.GetString(Output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
