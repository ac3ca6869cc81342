namespace SpecPush.LocalServer.Tokens;

/// <summary>An entry in the list of tokens, without the token itself.</summary>
internal sealed record StoredToken(long Id, string Team, string Scopes, string State);
