using System.Text.RegularExpressions;

namespace SpecPush.Compiled.Tests;

/// <summary>
/// Reads the expected references from the fixtures: a comment such as <c>debug, release: matrix.CLASS.1</c> is on the line where the
/// reader must place a test with that requirement in these builds. <c>assembly:</c> precedes those for the whole assembly.
/// </summary>
internal static partial class ExpectedReferences
{
    public static string[] Find(string fixtures, MatrixProject project, Variant variant)
    {
        if (variant.Markers == "none" && !project.BakesPlaces)
        {
            return [];
        }

        var defined = project.Constants.Split(';');
        return
        [
            .. project.Fixtures
                .SelectMany(fixture => Find(File.ReadAllLines(Path.Combine(fixtures, fixture)), variant.Markers, defined, $"{project.Folder}/{fixture}"))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Find(string[] lines, string marker, string[] defined, string path)
    {
        var ofAssembly = lines.Select(line => Assembly().Match(line).Groups["acids"].Value).FirstOrDefault(acids => acids.Length > 0) ?? "";
        var isLeftOut = false;
        for (var line = 1; line <= lines.Length; line++)
        {
            var text = lines[line - 1];
            isLeftOut = text.Split(' ') switch
            {
                ["#if", var constant] => !defined.Contains(constant),
                ["#else"] => !isLeftOut,
                ["#endif"] => false,
                _ => isLeftOut,
            };
            var match = Place().Match(text);
            if (!isLeftOut && match.Success && match.Groups["markers"].Value.Split(", ").Contains(marker))
            {
                foreach (var acid in $"{match.Groups["acids"].Value} {ofAssembly}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return $"{acid} {path}:{line}";
                }
            }
        }
    }

    [GeneratedRegex(@"^(//|') assembly: (?<acids>.*)$")]
    private static partial Regex Assembly();

    [GeneratedRegex(@"(//|'|#) (?<markers>(debug|release|none)(, (debug|release|none))*): (?<acids>.*)$")]
    private static partial Regex Place();
}
