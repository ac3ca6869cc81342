namespace SpecPush.Planning;

/// <summary>
/// What the hosted server takes in one request, with some room left. A server may be set to less, which is why requests are
/// halved when it refuses one; none is known to be set to less than this.
/// </summary>
internal static class PushLimits
{
    public const int Specs = 50;

    public const int Acids = 5_000;

    /// <summary>Bytes; the hosted server refuses a body over 2,000,000.</summary>
    public const int Body = 1_900_000;

    /// <summary>Bytes for everything around specs and references: names, commit, braces.</summary>
    public const int Envelope = 8_192;
}
