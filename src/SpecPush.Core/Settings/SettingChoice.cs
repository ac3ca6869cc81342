namespace SpecPush.Settings;

/// <summary>A setting whose value is one of a few words, in any case.</summary>
internal static class SettingChoice
{
    /// <summary>The value; <paramref name="otherwise"/> if it is unset or, with a finding, not valid.</summary>
    public static TEnum Read<TEnum>(string name, string? value, TEnum otherwise, SettingsFindings findings, bool isCapitalized = false)
        where TEnum : struct, Enum
    {
        if (SettingText.Text(value) is not { } text)
        {
            return otherwise;
        }

        var known = Enum.GetNames<TEnum>();
        if (known.FirstOrDefault(candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } match)
        {
            return Enum.Parse<TEnum>(match);
        }

        findings.UnknownValue(name, text, isCapitalized ? known : known.Select(static candidate => candidate.ToLowerInvariant()));
        return otherwise;
    }
}
