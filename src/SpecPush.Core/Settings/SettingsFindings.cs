using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Settings;

/// <summary>Collects what is wrong with the settings. Each finding stops the run: a guess could push to the wrong place.</summary>
internal sealed class SettingsFindings(SettingSpelling spelling)
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    public ImmutableArray<Finding> All => _findings.ToImmutable();

    public static Finding MalformedToken(SettingSpelling spelling) => new("SPUSH5010", Severity.Error,
        $"{spelling["api-token"]} contains spaces, line breaks or other characters that are not part of a token; copy the token again, without quotes.");

    public void UnknownValue(string setting, string value, IEnumerable<string> known) => Add("SPUSH5001",
        $"{spelling[setting]} is '{value}', which is not a valid value; use one of: {string.Join(", ", known)}.");

    // The value is not quoted: people paste addresses with a password in them.
    public void InvalidApiUrl() => Add("SPUSH5002",
        $"{spelling["api-url"]} is not an absolute http or https address without a query; write it like https://app.acai.sh/api/v1.");

    public void ApiUrlWithCredentials() => Add("SPUSH5003",
        $"{spelling["api-url"]} contains a user name or password; remove them, and give the token as {spelling["api-token"]}.");

    public void InsecureApiUrl(Uri url) => Add("SPUSH5004",
        $"{spelling["api-url"]} is {url.GetLeftPart(UriPartial.Authority)}, to which the token would travel unencrypted; use https, or set {spelling["allow-insecure-api"]} to true if that network is safe.");

    public void ScopeOutsideRepository(string value) => Add("SPUSH5005",
        $"{spelling["scope"]} is '{value}'; it must be a folder inside the repository, relative to its root.");

    public void InvalidEntry(string setting, string entry) => Add("SPUSH5006",
        $"{spelling[setting]} has the entry '{entry}'; write [branch-glob=][product/]name with a name of 1 to 255 characters, such as main=production.");

    public void InvalidTimeout(string value) => Add("SPUSH5007",
        $"{spelling["timeout"]} is '{value}'; use a number of seconds, above 0 and up to 3600.");

    public void InvalidPattern(string setting, string pattern, string problem) => Add("SPUSH5013",
        $"{spelling[setting]} has the pattern '{pattern}', but {problem}.");

    public void InvalidPercentage(string setting, string value) => Add("SPUSH5014",
        $"{spelling[setting]} is '{value}'; it must be a whole number from 0 to 100.");

    public void NeedsOther(string setting, string other) => Add("SPUSH5015",
        $"{spelling[setting]} has no effect without {spelling[other]}; set both, or neither.");

    // What people wrote is quoted, whatever it is.
    private void Add(string code, string message) => _findings.Add(new Finding(code, Severity.Error, OneLine.From(message)));
}
