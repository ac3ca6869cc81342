namespace SpecPush;

/// <summary>Formats texts where the framework does not do it while they are put together.</summary>
internal static class StringCreation
{
    extension(string)
    {
        public static string Create(IFormatProvider provider, FormattableString text) => text.ToString(provider);
    }
}
