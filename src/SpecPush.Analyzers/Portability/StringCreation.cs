namespace SpecPush;

/// <summary>Provides <c>string.Create</c> for interpolated strings, which .NET Standard 2.0 does not have.</summary>
internal static class StringCreation
{
    extension(string)
    {
        public static string Create(IFormatProvider provider, FormattableString text) => text.ToString(provider);
    }
}
