namespace SpecPush.Settings;

/// <summary>What the user said about the context; it goes above everything that can be found out.</summary>
internal sealed record ContextSettings(string? RepoUri, string? Branch, string? Commit);
