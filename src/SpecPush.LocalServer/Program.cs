using System.CommandLine;
using SpecPush.LocalServer.Commands;

// The host of the server answers Ctrl-C and SIGTERM itself.
return await ServerCommands.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
