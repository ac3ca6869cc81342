namespace SpecPush.LocalServer.Validation;

/// <summary>
/// The sizes in the API's published description, against which a request is checked before the limits of this server. A server with
/// higher limits publishes higher sizes.
/// </summary>
internal sealed class SchemaLimits(Limits limits)
{
    public int Specs { get; } = Math.Max(100, limits.Specs);

    public int Acids { get; } = Math.Max(10_000, limits.Acids);

    public int RawContent { get; } = Math.Max(102_400, limits.RawContent);

    public int RequirementText { get; } = Math.Max(2_000, limits.RequirementText);

    public int Description { get; } = Math.Max(5_000, limits.Description);

    public int Path { get; } = Math.Max(1_024, limits.Path);

    public int RepoUri { get; } = Math.Max(2_048, limits.RepoUri);
}
