using System.Globalization;
using System.Text;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Reporting;

namespace SpecPush.Tests.Comparison;

/// <summary>Applies the rules in docs/pull-requests.md to two reports in the simplest way. It shares no code with what it checks.</summary>
internal static class SlowComparison
{
    public static IEnumerable<string> Compare(Report old, Report now)
    {
        var invalid = Invalid(old).Concat(Invalid(now)).ToArray();
        var (olds, news) = (All(old).ToList(), All(now).ToList());
        var hidden = olds.Concat(news).Where(one => invalid.Contains(one.It.Path)).Select(static one => one.It.Acid).ToArray();
        olds.RemoveAll(one => hidden.Contains(one.It.Acid));
        news.RemoveAll(one => hidden.Contains(one.It.Acid));
        var partners = Partners(olds, news);
        var lines = news.Select(one => Describe(partners.TryGetValue(one, out var partner) ? partner : null, one));
        return lines.Concat(olds.Where(one => !partners.ContainsValue(one)).Select(static one => Describe(one, null))).OfType<string>();
    }

    private static Dictionary<One, One> Partners(List<One> olds, List<One> news)
    {
        var partners = new Dictionary<One, One>();
        Func<One, One, bool>[] rules =
        [
            static (one, other) => one.Product == other.Product && one.It.Acid == other.It.Acid,
            static (one, other) => one.It.Acid == other.It.Acid,
            static (one, other) => Words(one.It.Text) == Words(other.It.Text),
        ];
        foreach (var rule in rules)
        {
            var (freeOlds, freeNews) = (olds.Where(one => !partners.ContainsValue(one)).ToArray(), news.Where(one => !partners.ContainsKey(one)).ToArray());
            foreach (var one in freeNews)
            {
                if (freeOlds.Count(other => rule(other, one)) == 1 && freeNews.Count(other => rule(other, one)) == 1)
                {
                    partners.Add(one, freeOlds.Single(other => rule(other, one)));
                }
            }
        }

        return partners;
    }

    private static string? Describe(One? old, One? now)
    {
        var kinds = new List<string>();
        var (was, now1) = (old?.It, now?.It);
        var isCurrent = now1 is { Deprecated: false };
        if (was is null || now1 is null)
        {
            kinds.Add(was is null ? "Added" : "Removed");
        }
        else
        {
            if (Words(was.Text) != Words(now1.Text))
            {
                kinds.Add("Reworded");
            }

            if (was.Acid != now1.Acid)
            {
                kinds.Add("Renamed");
            }

            if (was.Path != now1.Path || old!.Product != now!.Product)
            {
                kinds.Add("Moved");
            }

            if (was.Deprecated != now1.Deprecated)
            {
                kinds.Add(now1.Deprecated ? "Deprecated" : "Restored");
            }

            if (isCurrent && was.Tests.Length > 0 != now1.Tests.Length > 0)
            {
                kinds.Add(now1.Tests.Length > 0 ? "GainedTest" : "LostTests");
            }

            if (isCurrent && was.References.Length > 0 != now1.References.Length > 0)
            {
                kinds.Add(now1.References.Length > 0 ? "GainedReference" : "LostReferences");
            }
        }

        if (isCurrent && now1!.Tests.IsEmpty && (was is null || was.Deprecated || was.Tests.Length > 0))
        {
            kinds.Add("Untested");
        }

        var place = now ?? old!;
        return kinds.Count == 0 ? null : string.Join(" | ",
            place.Product,
            place.It.Acid,
            string.Join(',', kinds.Order(StringComparer.Ordinal)),
            string.Create(CultureInfo.InvariantCulture, $"{place.It.Path}:{place.It.Line}"),
            kinds.Contains("Renamed") ? was!.Acid : null,
            kinds.Contains("Reworded") ? was!.Text : null,
            was is not null && now1 is not null && was.Path != now1.Path ? was.Path : null,
            string.Join(',', (now1?.Tests ?? []).Order(StringComparer.Ordinal)),
            kinds.Contains("LostTests") ? string.Join(',', was!.Tests.Order(StringComparer.Ordinal)) : "");
    }

    private static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var word in text.Split((char[])[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            words.Append(word).Append(' ');
        }

        return words.ToString();
    }

    private static IEnumerable<One> All(Report report) => report.Coverage.SelectMany(static feature => feature.ByRequirement.Select(requirement => new One(feature.Product, requirement)));

    private static IEnumerable<string> Invalid(Report report) =>
        report.Findings.Where(static finding => finding.Severity == Severity.Error && finding.Location is not null).Select(static finding => finding.Location!.Path);

    private sealed record One(string Product, RequirementCoverage It);
}
