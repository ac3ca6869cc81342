using System.Globalization;
using SpecPush.Findings;
using SpecPush.Pushing;
using SpecPush.Reporting;
using SpecPush.Tool.Settings;

namespace SpecPush.Tool.Output;

/// <summary>What <c>status</c> shows in addition to the report.</summary>
/// <param name="ApiUrl">The server's address.</param>
/// <param name="HasToken">Whether there is a token; the token itself is never shown.</param>
/// <param name="HasSettingsFile">Whether the repository has a settings file.</param>
internal sealed record StatusFacts(Uri ApiUrl, bool HasToken, bool HasSettingsFile);

/// <summary>Shows repository, branch and commit, what a push would send, or why nothing would be pushed.</summary>
internal static class StatusView
{
    private const int LabelWidth = 14;

    public static void Show(Screen screen, Report report, StatusFacts facts)
    {
        var context = report.Context;
        Write("repository", context.RepoUri ?? "not known");
        Write("branch", context.Branch ?? "not known");
        Write("commit", context.Commit ?? "none");
        Write("found by", context.IsContinuousIntegration ? $"{context.Provider}: {context.Explanation}" : context.Explanation);
        if (context.PullRequest is { } pullRequest)
        {
            Write("pull request", pullRequest.Number.ToString(CultureInfo.InvariantCulture));
        }

        Write("server", facts.ApiUrl.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        Write("token", facts.HasToken ? "set" : "not set");
        Write("settings", facts.HasSettingsFile ? SettingsFile.Name : "the defaults");
        Write("specs", $"{OneLine.Count(report.Coverage.Length, "feature")} with {OneLine.Count(report.Coverage.Sum(static feature => feature.Requirements), "requirement")}");
        foreach (var push in report.Planned ?? [])
        {
            screen.WriteLine(new Span("would push".PadRight(LabelWidth), Tone.Faint), new Span(Describe(push), Tone.Good));
        }

        if (report is { Pushed: true, Reason: { } unchanged })
        {
            Write("push", unchanged);
        }
        else if (report.Reason is { } reason)
        {
            screen.WriteLine(new Span("would not push".PadRight(LabelWidth) + " ", Tone.Faint), new Span($"{Shortened(reason)} ({report.ReasonCode})", Tone.Warning));
        }

        void Write(string label, string text) => screen.WriteLine(new Span(label.PadRight(LabelWidth), Tone.Faint), text);
    }

    private static string Describe(PlannedPush push) => string.Create(
        CultureInfo.InvariantCulture,
        $"{push.Product ?? "references"} → {push.Implementation}: {OneLine.Count(push.Specs, "spec")}, {OneLine.Count(push.References, "reference")}, {(push.Override ? "replacing" : "added to")} those on the server");

    // In "checked, not pushed: the branch is not known", the label already says the first part.
    private static string Shortened(string reason) => reason.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end && reason[..end].EndsWith("not pushed", StringComparison.Ordinal) ? reason[(end + 2)..] : reason;
}
