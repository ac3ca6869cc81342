using System.CommandLine;

namespace SpecPush.LocalServer.Commands;

/// <summary>The command line. Without a sub-command, the server runs.</summary>
internal static class ServerCommands
{
    private static readonly Option<bool> Memory = new("--memory") { Description = "Keep nothing when the server stops" };

    private static readonly Option<string?> Urls = new("--urls") { Description = "Where to listen; port 0 means any free port", HelpName = "URLS" };

    public static RootCommand Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "The database file",
            HelpName = "PATH",
            Recursive = true,
            DefaultValueFactory = static _ => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "SpecPush", "server.db"),
        };
        var command = new RootCommand("The push endpoint of the acai API on SQLite. Limits are set with --Limits:Specs 100, --RateLimit:Requests 60 and so on.")
        {
            data,
            Memory,
            Urls,
            TokenCommands.Create(data),
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, cancellationToken) => CommandErrors.ReportAsync(() => RunningServer.RunAsync(
            result.GetValue(Memory) ? null : result.GetValue(data), result.GetValue(Urls), SettingsOf(result), cancellationToken)));
        return command;
    }

    // The remaining switches are settings of appsettings.json, such as --Limits:Body.
    private static string[] SettingsOf(ParseResult result) =>
        result.UnmatchedTokens.FirstOrDefault(static token => token.StartsWith('-') && !token.Contains(':', StringComparison.Ordinal)) is { } unknown
            ? throw new CommandException($"There is no switch '{unknown}'. --help lists them.")
            : [.. result.UnmatchedTokens];
}
