using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SpecPush.LocalServer.Storage;

namespace SpecPush.LocalServer.Tokens;

/// <summary>Stores tokens, but only their hashes.</summary>
internal sealed class TokenStore(Database database, TimeProvider time)
{
    public const string DefaultTeam = "default";

    /// <summary>Creates and returns the first token, unless there is one.</summary>
    public Task<string?> CreateFirstAsync(CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM tokens", transaction: transaction) > 0)
            {
                return null;
            }

            var token = NewToken();
            Add(connection, transaction, token, DefaultTeam, Scopes.All, expires: null);
            return token;
        },
        cancellationToken);

    /// <summary>Adds a token, unless it is there. Returns why it is not valid, if so.</summary>
    public async Task<string?> AcceptAsync(string token, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (connection, transaction) =>
            {
                Add(connection, transaction, token, DefaultTeam, Scopes.All, expires: null);
                return true;
            },
            cancellationToken);
        return (await FindAsync(token, cancellationToken)).Refusal;
    }

    public Task<string> CreateAsync(string team, IReadOnlyCollection<string> scopes, DateTimeOffset? expires, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            var token = NewToken();
            Add(connection, transaction, token, team, scopes, expires);
            return token;
        },
        cancellationToken);

    public Task<IReadOnlyList<StoredToken>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<StoredToken>>(
        connection => [.. connection.Query<TokenRow>($"{TokenRow.Select} ORDER BY tokens.id").Select(row => new StoredToken(row.Id, row.Team, row.Scopes, StateOf(row)))],
        cancellationToken);

    /// <summary>Returns false if there is no such token.</summary>
    public Task<bool> RevokeAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            "UPDATE tokens SET revoked_at = coalesce(revoked_at, @now) WHERE id = @id", new { id, now = Text(time.GetUtcNow()) }, transaction) > 0,
        cancellationToken);

    /// <summary>The holder, or the API's message for a token that is not valid.</summary>
    public Task<(TokenHolder? Holder, string? Refusal)> FindAsync(string token, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<TokenRow>($"{TokenRow.Select} WHERE hash = @hash", new { hash = Hash(token) }) switch
        {
            null => ((TokenHolder?)null, (string?)"Invalid token"),
            { RevokedAt: not null } => (null, "Token has been revoked"),
            var row when HasExpired(row) => (null, "Token has expired"),
            var row => (new TokenHolder(row.Id, row.TeamId, row.Scopes.Split(' ').ToHashSet(StringComparer.Ordinal)), null),
        },
        cancellationToken);

    private static void Add(SqliteConnection connection, SqliteTransaction transaction, string token, string team, IReadOnlyCollection<string> scopes, DateTimeOffset? expires)
    {
        connection.Execute("INSERT OR IGNORE INTO teams (name) VALUES (@team)", new { team }, transaction);
        connection.Execute(
            "INSERT OR IGNORE INTO tokens (team_id, hash, scopes, expires_at) SELECT id, @hash, @scopes, @expires FROM teams WHERE name = @team",
            new { hash = Hash(token), scopes = string.Join(' ', scopes), expires = expires is { } end ? Text(end) : null, team },
            transaction);
    }

    private string StateOf(TokenRow row) => row switch
    {
        { RevokedAt: { } revoked } => $"revoked {revoked}",
        { ExpiresAt: { } end } => HasExpired(row) ? $"expired {end}" : $"until {end}",
        _ => "active",
    };

    private bool HasExpired(TokenRow row) => row.ExpiresAt is { } end && DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) <= time.GetUtcNow();

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string NewToken() => $"acai_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record TokenRow
    {
        public const string Select = """
            SELECT tokens.id, team_id AS TeamId, teams.name AS Team, scopes, expires_at AS ExpiresAt, revoked_at AS RevokedAt
            FROM tokens JOIN teams ON teams.id = tokens.team_id
            """;

        public long Id { get; init; }

        public long TeamId { get; init; }

        public string Team { get; init; } = "";

        public string Scopes { get; init; } = "";

        public string? ExpiresAt { get; init; }

        public string? RevokedAt { get; init; }
    }
}
