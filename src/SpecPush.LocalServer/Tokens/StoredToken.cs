namespace SpecPush.LocalServer.Tokens;

/// <summary>A token as a list shows it: without the token.</summary>
internal sealed record StoredToken(long Id, string Team, string Scopes, string State);
