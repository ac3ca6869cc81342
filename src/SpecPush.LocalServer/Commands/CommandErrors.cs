using Microsoft.Data.Sqlite;

namespace SpecPush.LocalServer.Commands;

/// <summary>Explains in one line why a command failed, if the cause is the machine or the user's input.</summary>
internal static class CommandErrors
{
    private const int Failure = 1;

    public static async Task<int> ReportAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (Exception exception) when (TextOf(exception) is { } text)
        {
            await Console.Error.WriteLineAsync(text);
            return Failure;
        }
    }

    private static string? TextOf(Exception exception) => exception switch
    {
        CommandException => exception.Message,
        SqliteException => $"The database cannot be used: {exception.Message} Choose another file with --data, or --memory.",
        IOException or UnauthorizedAccessException => $"{exception.Message} Choose another address with --urls or another file with --data.",
        FormatException => $"--urls is not a valid address: {exception.Message}",
        _ => null,
    };
}
