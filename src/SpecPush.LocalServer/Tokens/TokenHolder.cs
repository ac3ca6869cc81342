namespace SpecPush.LocalServer.Tokens;

/// <summary>The holder of a token, and what it permits.</summary>
internal sealed record TokenHolder(long TokenId, long TeamId, IReadOnlySet<string> Scopes);
