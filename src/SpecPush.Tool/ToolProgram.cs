using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using System.Text;
using SpecPush.Run;
using SpecPush.Settings;
using SpecPush.Tool.Commands;
using SpecPush.Tool.Output;

namespace SpecPush.Tool;

/// <summary>The process, with its standard streams, signals and exit code.</summary>
/// <param name="environment">The environment of the process.</param>
/// <param name="folder">The current folder.</param>
internal sealed class ToolProgram(EnvironmentVariables environment, string folder)
{
    // Shells report 128 plus the signal's number for a program that a signal ended; SIGINT is 2.
    private const int Interrupted = 130;

    public async Task<int> RunAsync(string[] arguments)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

        // Output to a pipe or file is UTF-8 on every system, like git's.
        await using var output = Writer(Console.OpenStandardOutput());
        await using var errors = Writer(Console.OpenStandardError());
        try
        {
            var parsed = ToolCommands.Create(new CommandContext(environment, folder, output)).Parse(arguments);
            if (parsed.Action is ParseErrorAction error)
            {
                // The list of all options would scroll the error out of view.
                error.ShowHelp = false;
            }

            var exitCode = await parsed.InvokeAsync(Invocation(output, errors), cancellation.Token);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("SpecPush: cancelled");
            return Interrupted;
        }
        catch (IOException) when (IsClosed(output))
        {
            // The reader of the output, such as head, has closed it.
            return ExitCodes.Success;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The runtime would print the exception as it is, and a library's message may quote anything.
            await errors.WriteLineAsync(FindingLine.From(UnexpectedFailure.From(exception, environment)));
            return ExitCodes.Failure;
        }

        void Cancel(PosixSignalContext signal)
        {
            // The second Ctrl-C ends the process at once.
            signal.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    private static InvocationConfiguration Invocation(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    private static bool IsClosed(StreamWriter output)
    {
        try
        {
            output.Flush();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}

/// <summary>What commands need from the process.</summary>
/// <param name="Environment">The environment of the process.</param>
/// <param name="Folder">The current folder.</param>
/// <param name="Output">Standard output.</param>
internal sealed record CommandContext(EnvironmentVariables Environment, string Folder, TextWriter Output);
