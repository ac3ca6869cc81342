using System.Security.Cryptography;
using System.Text;
using Dapper;
using SpecPush.LocalServer.Storage;

namespace SpecPush.LocalServer.Tokens;

/// <summary>Tokens, of which only hashes are kept.</summary>
internal sealed class TokenStore(Database database, TimeProvider time)
{
    public const string AllScopes = "specs:write refs:write impls:write";

    private const string DefaultTeam = "default";

    /// <summary>Makes the first token, unless there is one; returns it when it did. A token that is named is added in any case.</summary>
    public Task<string?> EnsureTokenAsync(string? named, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (named is null && connection.ExecuteScalar<long>("SELECT count(*) FROM tokens", transaction: transaction) > 0)
            {
                return null;
            }

            var token = named ?? $"acai_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
            connection.Execute("INSERT OR IGNORE INTO teams (name) VALUES (@name)", new { name = DefaultTeam }, transaction);
            connection.Execute(
                "INSERT OR IGNORE INTO tokens (team_id, hash, scopes) SELECT id, @hash, @scopes FROM teams WHERE name = @name",
                new { hash = Hash(token), scopes = AllScopes, name = DefaultTeam },
                transaction);
            return token;
        },
        cancellationToken);

    /// <summary>The holder, or what the API says about a token that is none.</summary>
    public Task<(TokenHolder? Holder, string? Refusal)> FindAsync(string token, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var row = connection.QuerySingleOrDefault<TokenRow>(
                "SELECT id, team_id AS TeamId, scopes, expires_at AS ExpiresAt, revoked_at AS RevokedAt FROM tokens WHERE hash = @hash", new { hash = Hash(token) });
            return row switch
            {
                null => ((TokenHolder?)null, "Invalid token"),
                { RevokedAt: not null } => (null, "Token has been revoked"),
                { ExpiresAt: { } end } when DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture) <= time.GetUtcNow() => (null, "Token has expired"),
                _ => (new TokenHolder(row.Id, row.TeamId, row.Scopes.Split(' ').ToHashSet(StringComparer.Ordinal)), (string?)null),
            };
        },
        cancellationToken);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record TokenRow
    {
        public long Id { get; init; }

        public long TeamId { get; init; }

        public string Scopes { get; init; } = "";

        public string? ExpiresAt { get; init; }

        public string? RevokedAt { get; init; }
    }
}
