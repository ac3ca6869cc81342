namespace SpecPush.Acids;

/// <summary>Replaces the core's class of this name, because .NET Standard 2.0 has no vector instructions. Source files are small.</summary>
internal static class DotBeforeCapital
{
    /// <summary>The index of the first dot before a capital letter; -1 if there is none.</summary>
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
