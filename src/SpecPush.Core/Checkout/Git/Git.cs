using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using SpecPush.Files;

namespace SpecPush.Checkout;

/// <summary>Runs git so that it only reads, whatever the configuration of the user and the repository.</summary>
/// <param name="root">The work tree's root.</param>
/// <param name="program">Path of git; null to find it on the PATH.</param>
internal sealed class Git(string root, string? program = null)
{
    private static readonly string Nothing = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private readonly string[] _safety =
    [
        "--no-optional-locks", "-c", $"core.hooksPath={Nothing}", "-c", "core.fsmonitor=false",

        // A checkout can hold files that look like a bare repository, whose configuration git would take where .git is damaged.
        "-c", "safe.bareRepository=explicit",
        .. SafeDirectories(root).SelectMany(static folder => (string[])["-c", $"safe.directory={folder}"]),
    ];

    public string Root => root;

    public async Task<GitResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken, string input = "")
    {
        using var output = new MemoryStream();
        var result = await RunAsync(arguments, input, stream => stream.CopyToAsync(output, CancellationToken.None), cancellationToken);
        return result with { Output = output.GetBuffer().AsMemory(0, (int)output.Length) };
    }

    /// <summary>Runs git, and leaves its output to <paramref name="read"/>, which must read to the end. If it throws, git is killed.</summary>
    public async Task<GitResult> RunAsync(IEnumerable<string> arguments, string input, Func<Stream, Task> read, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        await using var kill = cancellationToken.Register(() => Kill(process));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var writing = WriteAsync(process, input);
        await ReadAsync(process, read);
        await writing;
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return new GitResult(process.ExitCode, default, (await error).Trim());
    }

    /// <summary>Leaves a process's output to <paramref name="read"/>, and kills the process if that throws, because nobody would read the rest.</summary>
    public static async Task ReadAsync(Process process, Func<Stream, Task> read)
    {
        try
        {
            await read(process.StandardOutput.BaseStream);
        }
        catch
        {
            Kill(process);
            throw;
        }
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

    /// <summary>Why a run cannot go on without the answer to a question.</summary>
    public CheckoutException Failure(GitResult result) =>
        new(result.IsUsageError ? CheckoutFindings.GitTooOld(result.Error) : CheckoutFindings.Unusable(root, result.Error));

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It has already exited, or the system protects it or one of its children. This runs during cancellation, which must not fail.
        }
    }

    // Writes the whole input and closes it.
    private static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git exited without reading its input.
        }
    }

    // git refuses repositories of another user, as in a container, unless their path is listed. It compares the resolved path, with slashes.
    private static IEnumerable<string> SafeDirectories(string root) =>
        new[] { root, RealPath.Resolve(root) }.Select(static folder => OperatingSystem.IsWindows() ? folder.Replace('\\', '/') : folder).Distinct();
}

/// <summary>The result of a git process.</summary>
internal sealed record GitResult(int ExitCode, ReadOnlyMemory<byte> Output, string Error)
{
    // git's exit code for an unknown option.
    private const int UsageError = 129;

    public bool Succeeded => ExitCode == 0;

    public bool IsUsageError => ExitCode == UsageError;

    public string Text => Encoding.UTF8.GetString(Output.Span).Trim('\n', '\r');

    /// <summary>The output of <c>-z</c>.</summary>
    public string[] Fields => Encoding.UTF8.GetString(Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
