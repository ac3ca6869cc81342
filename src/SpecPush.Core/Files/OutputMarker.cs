namespace SpecPush.Files;

/// <summary>
/// Every file that SpecPush writes for people carries this text among its first bytes, so that a report that lies in the
/// checkout does not count as a place that refers to requirements.
/// </summary>
internal static class OutputMarker
{
    public const string Text = "generated-by: specpush";

    private const int WithinBytes = 256;

    public static bool IsIn(ReadOnlySpan<byte> head) =>
        head[..Math.Min(head.Length, WithinBytes)].IndexOf("generated-by: specpush"u8) >= 0;
}
