using SpecPush.References.Compiled;

namespace SpecPush.Tests.References.Compiled;

internal static class ReferenceAssert
{
    /// <summary>Compares all references of an assembly, each as <c>ACID path:line</c>.</summary>
    public static void AreEqual(AssemblyReading reading, params string[] expected) => Assert.AreEqual(
        string.Join('\n', expected),
        string.Join('\n', reading.Manifest!.Tests
            .SelectMany(test => test.Acids.Select(acid => $"{acid} {test.Path}:{test.Line}"))
            .Order(StringComparer.Ordinal)));
}
