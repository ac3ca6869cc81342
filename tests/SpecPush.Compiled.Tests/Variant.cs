namespace SpecPush.Compiled.Tests;

/// <summary>A way to build a project.</summary>
/// <param name="Name">Its output folder.</param>
/// <param name="Markers">The markers in the fixtures that apply to it.</param>
/// <param name="Properties">Its build properties.</param>
internal sealed record Variant(string Name, string Markers, string Properties)
{
    public static Variant[] All { get; } =
    [
        new("portable", "debug", "Configuration=Debug;DebugType=portable"),
        new("embedded", "debug", "Configuration=Debug;DebugType=embedded"),
        new("deterministic", "debug", "Configuration=Debug;DebugType=portable;ContinuousIntegrationBuild=true"),
        new("release", "release", "Configuration=Release;DebugType=portable"),
        new("none", "none", "Configuration=Release;DebugType=none"),
    ];
}
