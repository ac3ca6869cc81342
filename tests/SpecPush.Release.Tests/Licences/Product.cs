using System.Text.Json;

namespace SpecPush.Release.Tests.Licences;

/// <summary>Something that users get, and the packages of others in it.</summary>
internal sealed record Product(string Name, bool IsDistributed, IReadOnlyList<ShippedPackage> Packages)
{
    public static Product Task { get; } = new("the task in SpecPush.MSBuild", true, FromProgram("SpecPush.MSBuild"));

    public static Product Analyzer { get; } = new("the analyzer in SpecPush.MSBuild", true, FromAnalyzer());

    public static Product Tool { get; } = new("the tool", true, FromProgram("SpecPush.Tool"));

    public static Product Action { get; } = new("the action's image", true, FromProgram("SpecPush.Action"));

    public static Product Server { get; } = new("the local server", false, FromProgram("SpecPush.LocalServer"));

    public static IReadOnlyList<Product> All { get; } = [Task, Analyzer, Tool, Action, Server];

    private static ShippedPackage[] FromProgram(string project)
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(SourceTree.ProgramOf(project), ".deps.json")));
        return FromTarget(description, static package => package.TryGetProperty("runtime", out _) || package.TryGetProperty("native", out _) || package.TryGetProperty("runtimeTargets", out _));
    }

    // An analyzer has no such description. Polyfill is in it as source.
    private static ShippedPackage[] FromAnalyzer()
    {
        using var assets = JsonDocument.Parse(SourceTree.Read("src/SpecPush.Analyzers/obj/project.assets.json"));
        var compiled = assets.RootElement.GetProperty("libraries").EnumerateObject().Single(static library => library.Name.StartsWith("Polyfill/", StringComparison.Ordinal));
        return [.. FromTarget(assets, HasAssembly), From(compiled.Name)];

        static bool HasAssembly(JsonElement package) => package.TryGetProperty("runtime", out var runtime)
            && runtime.EnumerateObject().Any(static file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
    }

    private static ShippedPackage[] FromTarget(JsonDocument document, Func<JsonElement, bool> isShipped) =>
    [
        .. document.RootElement.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject()
            .Where(library => !library.Name.StartsWith("SpecPush.", StringComparison.Ordinal) && isShipped(library.Value))
            .Select(static library => From(library.Name)),
    ];

    private static ShippedPackage From(string nameAndVersion) => nameAndVersion.Split('/') is [var name, var version] ? new ShippedPackage(name, version) : throw new FormatException(nameAndVersion);
}
