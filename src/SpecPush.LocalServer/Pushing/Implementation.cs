namespace SpecPush.LocalServer.Pushing;

/// <summary>A stored implementation, with the names that the rules compare.</summary>
internal sealed record Implementation
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Product { get; init; } = "";

    public string? Parent { get; init; }
}
