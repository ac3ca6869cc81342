using System.Text;
using SpecPush.Coverage;
using SpecPush.Files;
using SpecPush.Reporting.Html;

namespace SpecPush.Reporting;

/// <summary>A badge for a README with the percentage of requirements that have a test.</summary>
internal static class CoverageBadge
{
    private const int Height = 20;
    private const int LabelWidth = 124;
    private const int ValueWidth = 44;
    private const int Good = 80;
    private const int Middling = 50;

    /// <summary>UTF-8 bytes.</summary>
    public static byte[] Serialize(Report report)
    {
        var percent = CoverageTotal.From(report.Coverage).PercentTested;
        var colour = percent >= Good ? "#1a7f4b" : percent >= Middling ? "#9a6700" : "#b42318";
        return Encoding.UTF8.GetBytes(Markup.From($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{LabelWidth + ValueWidth}" height="{Height}" role="img" aria-label="requirements tested: {percent}%">
            <!-- {OutputMarker.Text} -->
            <clipPath id="c"><rect width="{LabelWidth + ValueWidth}" height="{Height}" rx="3"/></clipPath>
            <g clip-path="url(#c)"><rect width="{LabelWidth}" height="{Height}" fill="#444"/><rect x="{LabelWidth}" width="{ValueWidth}" height="{Height}" fill="{colour}"/></g>
            <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
            <text x="{LabelWidth / 2}" y="14">requirements tested</text><text x="{LabelWidth + (ValueWidth / 2)}" y="14">{percent}%</text>
            </g>
            </svg>

            """).Text);
    }
}
