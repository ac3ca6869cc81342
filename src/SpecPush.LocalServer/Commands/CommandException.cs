namespace SpecPush.LocalServer.Commands;

/// <summary>A command failed for a reason that its user can change.</summary>
internal sealed class CommandException(string message) : Exception(message);
