namespace SpecPush.Acids;

/// <summary>What the core's class of this name does with vector instructions, for frameworks that have none; files of code are small.</summary>
internal static class DotBeforeCapital
{
    /// <summary>Where the first dot before a capital is; -1 if there is none.</summary>
    public static int IndexIn(ReadOnlySpan<byte> text)
    {
        for (var index = 0; index < text.Length - 1; index++)
        {
            if (text[index] == (byte)'.' && text[index + 1] is >= (byte)'A' and <= (byte)'Z')
            {
                return index;
            }
        }

        return -1;
    }
}
