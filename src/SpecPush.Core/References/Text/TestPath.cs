using System.Text.RegularExpressions;

namespace SpecPush.References.Text;

/// <summary>Tells by its path whether a file is part of the tests, as the official CLI does and as .NET repositories are laid out.</summary>
internal static partial class TestPath
{
    public static bool IsTest(string path) => Folder.IsMatch(path) || File.IsMatch(path);

    // tests/…, and project folders such as Shop.Tests/… or Shop.IntegrationTests/….
    [GeneratedRegex(@"(^|/)((tests?|__tests__)|[^/]+\.([A-Za-z0-9]*Tests?))/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Folder { get; }

    // cart.test.ts, cart.spec.ts, cart_test.go, CartTests.cs, CartTest.java.
    [GeneratedRegex(@"(\.(test|spec)\.[^./]+|_test\.[^./]+|[A-Za-z0-9_]Tests?\.(cs|fs|vb|java|kt|swift))$", RegexOptions.CultureInvariant)]
    private static partial Regex File { get; }
}
