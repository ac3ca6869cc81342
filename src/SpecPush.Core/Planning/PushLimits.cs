namespace SpecPush.Planning;

/// <summary>
/// The hosted server's limits for one request, with some room left. For servers with lower limits, a refused request is sent in
/// halves.
/// </summary>
internal static class PushLimits
{
    public const int Specs = 50;

    public const int Acids = 5_000;

    /// <summary>Bytes; the hosted server refuses a body larger than 2,000,000.</summary>
    public const int Body = 1_900_000;

    /// <summary>Bytes for everything around specs and references: names, commit, braces.</summary>
    public const int Envelope = 8_192;
}
