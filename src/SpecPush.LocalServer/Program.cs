using System.CommandLine;
using SpecPush.LocalServer.Commands;

// The web host handles Ctrl-C and SIGTERM itself.
return await ServerCommands.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
