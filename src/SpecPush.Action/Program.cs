using System.Runtime.InteropServices;
using System.Text;
using SpecPush.Actions;
using SpecPush.Actions.Commands;

// The runner reads UTF-8, whatever the container's locale.
await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return await new ActionStep(ProcessEnvironment.Take(), Environment.CurrentDirectory, new CommandLog(output)).ExecuteAsync(cancellation.Token);

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancellation.Cancel();
}
