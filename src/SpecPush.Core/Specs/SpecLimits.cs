using System.Globalization;

namespace SpecPush.Specs;

/// <summary>
/// What the hosted server accepts. Another server may be set to accept more, so that exceeding one of these is only a warning here.
/// </summary>
internal static class SpecLimits
{
    public const int Requirements = 100;

    public const int RequirementText = 1_000;

    public const int Description = 2_500;

    public const int Path = 512;

    /// <summary>The server counts what people see as one character; never more than there are chars.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
