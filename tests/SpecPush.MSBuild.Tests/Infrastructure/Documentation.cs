using System.Text.RegularExpressions;

namespace SpecPush.MSBuild.Tests.Infrastructure;

/// <summary>The code that users copy from docs/settings.md.</summary>
internal static partial class Documentation
{
    public static string Settings { get; } = SourceTree.Read("docs/settings.md");

    public static string SolutionTargets { get; } = ReleasedVersion.Replace(Hook.Match(Settings).Groups["file"].Value, $"Version=\"{PackedPackage.Version}\"");

    [GeneratedRegex("Directory.Solution.targets`:\\s+```xml\\s(?<file>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Hook { get; }

    [GeneratedRegex("Version=\"[0-9.]+\"")]
    private static partial Regex ReleasedVersion { get; }
}
