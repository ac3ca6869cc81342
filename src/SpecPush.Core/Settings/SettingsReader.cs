using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;
using static SpecPush.Settings.SettingText;

namespace SpecPush.Settings;

/// <summary>Turns what the user wrote into settings, or into findings that name the valid values.</summary>
internal sealed class SettingsReader
{
    private const string DefaultApiUrl = "https://app.acai.sh/api/v1";
    private static readonly string[] DefaultBranches = ["!dependabot/**", "!renovate/**", "!gh-readonly-queue/**"];

    private readonly RawSettings _raw;
    private readonly EnvironmentVariables _environment;
    private readonly SettingsFindings _findings;

    private SettingsReader(RawSettings raw, EnvironmentVariables environment, SettingSpelling spelling)
    {
        _raw = raw;
        _environment = environment;
        _findings = new SettingsFindings(spelling);
    }

    public static (PushSettings? Settings, ImmutableArray<Finding> Findings) Read(
        RawSettings raw, EnvironmentVariables environment, SettingSpelling spelling)
    {
        var reader = new SettingsReader(raw, environment, spelling);
        var settings = reader.Read();
        var findings = reader._findings.All;
        return (findings.IsEmpty ? settings : null, findings);
    }

    private PushSettings Read() => new()
    {
        Mode = Choice("mode", _raw.Mode, RunMode.Auto),
        ApiUrl = ReadApiUrl(),
        Branches = new PatternList(Patterns("branches", _raw.Branches, DefaultBranches)),
        Scope = ReadScope(),
        Specs = new PatternList(Patterns("specs", _raw.Specs, [DefaultSpecs])),
        Exclude = new PatternList(Patterns("exclude", _raw.Exclude, [])),
        Features = [.. List(_raw.Features, [])],
        ProductName = Text(_raw.ProductName),
        Targets = ReadEntries("target-impl-name", _raw.TargetImplName),
        Parents = ReadEntries("parent-impl-name", _raw.ParentImplName),
        OverrideReferences = Choice("override-references", _raw.OverrideReferences, OverrideReferences.Auto),
        IncludeRawContent = Flag("include-raw-content", _raw.IncludeRawContent),
        Context = new ContextSettings(Text(_raw.RepoUri), Text(_raw.Branch), Text(_raw.Commit)),
        Timeout = ReadTimeout(),
        Force = Flag("force", _raw.Force),
        Assemblies = Patterns("assemblies", _raw.Assemblies, []),
        Collected = Patterns("collected", _raw.Collected, []),
        CollectTo = Text(_raw.CollectTo) ?? "collected.specpush",
        Reports = new ReportPaths(Text(_raw.HtmlReport), Text(_raw.Badge), Text(_raw.Sarif), Text(_raw.Report)),
        Goals = new CoverageGoals(ReadMinimumTested(), Text(_raw.Baseline), ReadUpdateBaseline()),
        Comparison = new ComparisonSettings(
            Text(_raw.CompareWith), Text(_raw.CompareManifests), Flag("fail-on-lost-tests", _raw.FailOnLostTests), Flag("fail-on-untested-additions", _raw.FailOnUntestedAdditions)),
    };

    private ImmutableArray<string> Patterns(string name, string? value, string[] otherwise)
    {
        var patterns = List(value, otherwise);
        var valid = ImmutableArray.CreateBuilder<string>();
        foreach (var pattern in patterns)
        {
            if (PatternList.FindError(pattern) is { } problem)
            {
                _findings.InvalidPattern(name, pattern, problem);
            }
            else
            {
                valid.Add(pattern);
            }
        }

        return valid.ToImmutable();
    }

    private TEnum Choice<TEnum>(string name, string? value, TEnum otherwise)
        where TEnum : struct, Enum => SettingChoice.Read(name, value, otherwise, _findings, isCapitalized: true);

    private bool Flag(string name, string? value)
    {
        var text = Text(value);
        if (text is null || bool.TryParse(text, out _))
        {
            return text is not null && bool.Parse(text);
        }

        _findings.UnknownValue(name, text, ["true", "false"]);
        return false;
    }

    private Uri ReadApiUrl()
    {
        var text = Text(_raw.ApiUrl) ?? _environment["ACAI_API_BASE_URL"] ?? _environment["ACAI_API_URL"] ?? DefaultApiUrl;
        if (!Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            _findings.InvalidApiUrl();
            return new Uri(DefaultApiUrl);
        }

        if (url.UserInfo.Length > 0)
        {
            _findings.ApiUrlWithCredentials();
        }

        if (!Flag("allow-insecure-api", _raw.AllowInsecureApi) && url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
        {
            _findings.InsecureApiUrl(url);
        }

        return url;
    }

    private string ReadScope()
    {
        var scope = Scope(_raw.Scope);
        if (Path.IsPathRooted(scope) || scope.Split('/').Contains(".."))
        {
            _findings.ScopeOutsideRepository(scope);
        }

        return scope;
    }

    private ImplementationEntries ReadEntries(string name, string? value)
    {
        var entries = ImmutableArray.CreateBuilder<ImplementationEntry>();
        foreach (var text in List(value, []))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var glob = equals < 0 ? null : text[..equals].Trim();
            var implementation = text[(equals + 1)..].Trim();
            if (implementation.Length is 0 or > 255 || glob is "")
            {
                _findings.InvalidEntry(name, text);
                continue;
            }

            if (glob is not null && PatternList.FindError(glob) is { } problem)
            {
                _findings.InvalidPattern(name, glob, problem);
                continue;
            }

            entries.Add(new ImplementationEntry(glob is null ? null : new PatternList([glob]), implementation));
        }

        return new ImplementationEntries(entries.ToImmutable());
    }

    private int? ReadMinimumTested()
    {
        if (Text(_raw.MinimumTested) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
        {
            return percent;
        }

        _findings.InvalidPercentage("minimum-tested", text);
        return null;
    }

    private bool ReadUpdateBaseline()
    {
        var updates = Flag("update-baseline", _raw.UpdateBaseline);
        if (updates && Text(_raw.Baseline) is null)
        {
            _findings.NeedsOther("update-baseline", "baseline");
        }

        return updates;
    }

    private TimeSpan? ReadTimeout()
    {
        if (Text(_raw.Timeout) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        _findings.InvalidTimeout(text);
        return null;
    }
}
