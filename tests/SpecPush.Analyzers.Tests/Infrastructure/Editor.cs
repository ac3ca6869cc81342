using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SpecPush.Analyzers.References;

namespace SpecPush.Analyzers.Tests.Infrastructure;

/// <summary>What the package's targets pass to a compiler or an editor.</summary>
internal static class Editor
{
    public const string Root = "/repository";

    public const string Cart = """
        feature:
          name: cart
          product: shop
        components:
          LINES:
            1: Adds a line
            2: Removes a line
            3:
              requirement: Adds a line twice
              deprecated: true
              replaced_by: [cart.LINES.1, pay.CARD.1, "not an ACID; //"]
            4:
              requirement: Forgets a line
              deprecated: true
          TOTAL:
            1: Adds up
            1-1: Rounds
        """;

    /// <summary>Only the runtime's own library, so that nothing must be restored.</summary>
    public static ReferenceAssemblies Framework { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileNameWithoutExtension(path) is "System.Private.CoreLib" or "System.Runtime")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static string Settings(string scope = "", string specs = "", string exclude = "", string features = "", bool constants = false, string root = Root) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\u001F', root, scope, specs, exclude, features, constants ? "true" : "")));

    /// <summary>A test of the analyzer in a file of the repository, with the spec of the cart.</summary>
    public static TTest Test<TTest>(string source, string? settings = null, bool reports = true, string path = "src/Cart.cs")
        where TTest : AnalyzerTest<DefaultVerifier>, new()
    {
        var test = new TTest { ReferenceAssemblies = Framework };
        test.TestState.Sources.Add((path.StartsWith('/') ? path : $"{Root}/{path}", source));
        test.TestState.AdditionalFiles.Add(($"{Root}/features/cart.feature.yaml", Cart));
        test.TestState.AdditionalReferences.AddRange(References);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"""
            is_global = true
            build_property.SpecPushEditorSettings = {settings ?? Settings()}
            specpush_reports_references = {(reports ? "true" : "")}
            """));
        return test;
    }

    public static Task AnalyzeAsync(string source, string? settings = null, bool reports = true, string path = "src/Cart.cs") =>
        Test<CSharpAnalyzerTest<AcidAnalyzer, DefaultVerifier>>(source, settings, reports, path).RunAsync();
}
