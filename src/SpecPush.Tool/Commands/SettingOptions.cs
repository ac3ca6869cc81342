using System.Collections.Immutable;
using System.CommandLine;
using SpecPush.Tool.Settings;

namespace SpecPush.Tool.Commands;

/// <summary>The settings as options of one command.</summary>
internal sealed class SettingOptions
{
    private readonly ImmutableArray<(ToolSetting Setting, Option Option)> _options;

    /// <param name="command">The command's name.</param>
    /// <param name="isForSending">Whether it has the settings for pushing.</param>
    public SettingOptions(string command, bool isForSending) => _options =
    [
        .. ToolSettings.All.Where(setting => (isForSending || !setting.IsForSending) && (setting.OnlyFor ?? command) == command).Select(setting => (setting, Create(setting, command))),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The values on the command line, by setting.</summary>
    public ImmutableDictionary<string, string> Read(ParseResult result, string folder) => _options
        .Select(entry => KeyValuePair.Create(entry.Setting.Name, Read(entry.Setting, result, entry.Option, folder)))
        .Where(static entry => entry.Value is not null)
        .ToImmutableDictionary(static entry => entry.Key, static entry => entry.Value!);

    private static Option Create(ToolSetting setting, string command)
    {
        Option option = setting.Kind is SettingKind.List or SettingKind.Files
            ? new Option<string[]>(setting.Option) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = command != "diff" } // The argument of diff may follow
            : new Option<string>(setting.Option) { Arity = setting.Kind == SettingKind.Flag ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne };
        option.Description = setting.Description;
        option.HelpName = setting.Takes;
        return option;
    }

    private static string? Read(ToolSetting setting, ParseResult result, Option option, string folder)
    {
        if (result.GetResult(option) is not { Implicit: false } given)
        {
            return null;
        }

        var values = given.Tokens.Select(static token => token.Value).ToArray();
        return setting.Kind switch
        {
            SettingKind.Flag => values.FirstOrDefault() ?? "true",
            SettingKind.Files => string.Join('\n', values.Select(value => Path.GetFullPath(value, folder))),
            SettingKind.File => Path.GetFullPath(values[0], folder),
            _ => string.Join('\n', values),
        };
    }
}
