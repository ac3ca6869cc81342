using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Runs the git program so that it only reads, whatever the user's and the repository's configuration say.</summary>
internal sealed class Git(string root)
{
    public string Root => root;

    private static readonly string[] HookVariables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"];

    private static readonly string NoHooks = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    public async Task<GitResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken, string? input = null)
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
        var start = new ProcessStartInfo("git",
            ["--no-optional-locks", "-c", $"core.hooksPath={NoHooks}", "-c", "core.fsmonitor=false", "-c", $"safe.directory={root}", "-c", "core.quotePath=false", .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment.Remove("ACAI_API_TOKEN");
        foreach (var name in HookVariables)
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
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
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static async Task WriteAsync(Process process, string? input)
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
}

internal sealed record GitResult(int ExitCode, byte[] Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Output).Trim('\n', '\r');

    public string[] Fields => Encoding.UTF8.GetString(Output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
