using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Reporting;

/// <summary>The severities that users of the action and the tool configure, like <c>NoWarn</c> and <c>WarningsAsErrors</c> in a build.</summary>
/// <param name="ByCode">A null severity hides the finding.</param>
internal sealed record SeverityChoices(ImmutableDictionary<string, Severity?> ByCode)
{
    private const string Off = "off";
    private static readonly string[] Names = [.. Enum.GetNames<Severity>().Select(static name => name.ToLowerInvariant()), Off];

    public static SeverityChoices None { get; } = new(ImmutableDictionary<string, Severity?>.Empty);

    /// <summary>Reads entries <c>SPUSH2010=error</c>, separated by <c>;</c> or line ends.</summary>
    public static SeverityChoices Read(string? text, SettingsFindings findings)
    {
        var choices = ImmutableDictionary.CreateBuilder<string, Severity?>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in (text ?? "").Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry.Split('=', 2, StringSplitOptions.TrimEntries) is [var code, var name] && IsCode(code) && Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                choices[code] = name.Equals(Off, StringComparison.OrdinalIgnoreCase) ? null : Enum.Parse<Severity>(name, ignoreCase: true);
            }
            else
            {
                findings.UnknownValue("severity", entry, Names.Select(static known => $"SPUSHnnnn={known}"));
            }
        }

        return new SeverityChoices(choices.ToImmutable());
    }

    /// <summary>The report with these severities.</summary>
    public Report Apply(Report report) => ByCode.IsEmpty ? report : report with { Findings = FindingOrder.Sort([.. report.Findings.Select(Apply).OfType<Finding>()]) };

    private Finding? Apply(Finding finding) => !ByCode.TryGetValue(finding.Code, out var severity) ? finding : severity is { } chosen ? finding with { Severity = chosen } : null;

    private static bool IsCode(string text) => text.Length == 9 && text.StartsWith("SPUSH", StringComparison.OrdinalIgnoreCase) && text.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>The lowest severity that fails a run.</summary>
internal enum FailOn
{
    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning or an error.</summary>
    Warning,

    /// <summary>No finding fails a run.</summary>
    Never,
}

/// <summary>Decides whether findings fail a run.</summary>
internal static class Failure
{
    public static bool IsFailure(this Report report, FailOn failOn) => failOn switch
    {
        FailOn.Error => report.Findings.Any(static finding => finding.Severity == Severity.Error),
        FailOn.Warning => report.Findings.Any(static finding => finding.Severity >= Severity.Warning),
        _ => false,
    };
}
