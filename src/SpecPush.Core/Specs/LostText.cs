using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>
/// YAML ends an unquoted text at <c> #</c>. Where no blank follows the sign, as in <c>issue #38</c>, somebody meant it; where one
/// does, as in <c> # see below</c>, it is a comment.
/// </summary>
internal static class LostText
{
    public static void Check(YamlScalar scalar, string text, FindingList findings)
    {
        if (!scalar.IsPlain || scalar.EndOffset >= text.Length)
        {
            return;
        }

        var rest = text.AsSpan(scalar.EndOffset);
        var end = rest.IndexOfAny('\r', '\n');
        var lost = (end < 0 ? rest : rest[..end]).Trim().ToString();
        if (lost.Length > 1 && lost[0] == '#' && lost[1] != ' ' && lost[1] != '#')
        {
            findings.Add(SpecFindings.LostText(findings.Place(scalar), lost));
        }
    }
}
