using System.CommandLine;
using System.Globalization;
using SpecPush.LocalServer.Storage;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Commands;

/// <summary><c>token create</c>, <c>token list</c> and <c>token revoke</c>, which also work while the server runs.</summary>
internal static class TokenCommands
{
    public static Command Create(Option<string> data) => new("token", "Create, list and revoke tokens")
    {
        CreateToken(data),
        ListTokens(data),
        RevokeToken(data),
    };

    private static Command CreateToken(Option<string> data)
    {
        var team = new Option<string>("--team") { Description = "The token's team, which is created if necessary", DefaultValueFactory = static _ => TokenStore.DefaultTeam };
        var scopes = new Option<string[]>("--scopes")
        {
            Description = "What the token permits: " + string.Join(',', Scopes.All),
            AllowMultipleArgumentsPerToken = true,
            CustomParser = static result => [.. result.Tokens.SelectMany(static token => token.Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))],
            DefaultValueFactory = static _ => [.. Scopes.All],
        };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "When the token expires, such as 2030-12-31 or 2030-12-31T18:00:00Z; default never",
            CustomParser = static result =>
            {
                if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end))
                {
                    return end;
                }

                result.AddError($"'{result.Tokens[0].Value}' is not a day or moment such as 2030-12-31 or 2030-12-31T18:00:00Z.");
                return null;
            },
        };
        var command = new Command("create", "Create a token and print it once") { team, scopes, expires };
        command.Validators.Add(result =>
        {
            foreach (var scope in result.GetValue(scopes)!.Except(Scopes.All, StringComparer.Ordinal))
            {
                result.AddError($"There is no scope '{scope}'. The scopes are {string.Join(", ", Scopes.All)}.");
            }
        });
        Run(command, data, async (tokens, result, cancellationToken) =>
            Console.WriteLine(await tokens.CreateAsync(result.GetValue(team)!, result.GetValue(scopes)!, result.GetValue(expires), cancellationToken)));
        return command;
    }

    private static Command ListTokens(Option<string> data)
    {
        var command = new Command("list", "List the tokens by number; the tokens themselves cannot be shown again");
        Run(command, data, async (tokens, _, cancellationToken) =>
        {
            foreach (var token in await tokens.ListAsync(cancellationToken))
            {
                Console.WriteLine($"{token.Id}  {token.Team}  {token.Scopes}  {token.State}");
            }
        });
        return command;
    }

    private static Command RevokeToken(Option<string> data)
    {
        var number = new Argument<long>("number") { Description = "Its number in the list" };
        var command = new Command("revoke", "Revoke a token") { number };
        Run(command, data, async (tokens, result, cancellationToken) =>
        {
            if (!await tokens.RevokeAsync(result.GetValue(number), cancellationToken))
            {
                throw new CommandException($"There is no token {result.GetValue(number)}. token list shows them.");
            }
        });
        return command;
    }

    private static void Run(Command command, Option<string> data, Func<TokenStore, ParseResult, CancellationToken, Task> action) =>
        command.SetAction((result, cancellationToken) => CommandErrors.ReportAsync(async () =>
        {
            using var database = new Database(result.GetValue(data));
            await action(new TokenStore(database, TimeProvider.System), result, cancellationToken);
        }));
}
