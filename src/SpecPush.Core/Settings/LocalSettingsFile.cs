using SpecPush.Files;

namespace SpecPush.Settings;

/// <summary>
/// The file <c>.env</c> in a repository's root, from which the official CLI reads token and address on a developer's machine. If the
/// environment has a token, the file's address is ignored too: a file must not decide where a token from elsewhere is sent.
/// </summary>
internal static class LocalSettingsFile
{
    public const string Name = ".env";

    private const int MaxSize = 1_000_000;
    private static readonly string[] Addresses = ["ACAI_API_BASE_URL", "ACAI_API_URL"];

    public static EnvironmentVariables AddTo(EnvironmentVariables environment, string root)
    {
        if (environment[ApiToken.Variable] is not null)
        {
            return environment;
        }

        var values = Parse(Read(Path.Combine(root, Name)));
        string[] names = Addresses.Any(name => environment[name] is not null) ? [ApiToken.Variable] : [ApiToken.Variable, .. Addresses];
        return values.ContainsKey(ApiToken.Variable) ? environment.With(names.Where(values.ContainsKey).Select(name => KeyValuePair.Create(name, values[name]))) : environment;
    }

    /// <summary>Reads <c>NAME=value</c> lines as dotenv does, with <c>export</c>, quotes and comments; the last of several values wins.</summary>
    internal static Dictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            var assignment = line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line;
            if (assignment.IndexOf('=', StringComparison.Ordinal) is > 0 and var separator)
            {
                values[assignment[..separator].Trim()] = ValueOf(assignment[(separator + 1)..].Trim());
            }
        }

        return values;
    }

    private static string ValueOf(string text)
    {
        if (text is ['"' or '\'', ..] && text.IndexOf(text[0], 1) is > 0 and var end)
        {
            return text[1..end];
        }

        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }

    // A file that cannot be read, or that is a link, counts as missing.
    private static string Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, LinkTarget: null, Length: <= MaxSize } ? RegularFile.ReadAllText(path) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
