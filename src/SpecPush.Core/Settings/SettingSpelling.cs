using System.Globalization;

namespace SpecPush.Settings;

/// <summary>How the host's users spell a setting, so that messages name what they can change.</summary>
public sealed class SettingSpelling
{
    private readonly Func<string, string> _spell;

    private SettingSpelling(Func<string, string> spell) => _spell = spell;

    /// <summary><c>SpecPushTargetImplName</c>. The token is not a property, because build logs keep properties.</summary>
    public static SettingSpelling MSBuildProperty { get; } = new(static name => name == "api-token"
        ? ApiToken.Variable
        : "SpecPush" + string.Concat(name.Split('-').Select(static word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word))));

    /// <summary><c>target-impl-name</c>.</summary>
    public static SettingSpelling ActionInput { get; } = new(static name => name);

    /// <summary><c>--target-impl-name</c>. The token is not an option, because shells keep a history and other users can see command lines.</summary>
    public static SettingSpelling CommandLine { get; } = new(static name => name switch
    {
        "api-token" => ApiToken.Variable,
        "collected" => "--from",
        "collect-to" => "--to",
        _ => $"--{name}",
    });

    /// <summary>The user's name for the setting whose action input is <paramref name="actionInput"/>.</summary>
    public string this[string actionInput] => _spell(actionInput);
}
