namespace SpecPush.LocalServer.Tokens;

/// <summary>Whose token a request carries, and what it may do.</summary>
internal sealed record TokenHolder(long TokenId, long TeamId, IReadOnlySet<string> Scopes);
