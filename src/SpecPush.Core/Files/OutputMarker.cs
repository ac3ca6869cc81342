namespace SpecPush.Files;

/// <summary>
/// Every file that SpecPush writes for people has this text in its first bytes, so that the scan for references can skip a
/// report inside the checkout.
/// </summary>
internal static class OutputMarker
{
    public const string Text = "generated-by: specpush";

    private const int WithinBytes = 256;

    public static bool IsIn(ReadOnlySpan<byte> head) =>
        head[..Math.Min(head.Length, WithinBytes)].IndexOf("generated-by: specpush"u8) >= 0;
}
