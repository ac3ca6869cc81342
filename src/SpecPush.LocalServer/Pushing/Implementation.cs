namespace SpecPush.LocalServer.Pushing;

/// <summary>An implementation as it is stored, with the names that rules compare.</summary>
internal sealed record Implementation
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Product { get; init; } = "";

    public string? Parent { get; init; }
}
