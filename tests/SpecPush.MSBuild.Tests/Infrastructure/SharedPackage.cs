namespace SpecPush.MSBuild.Tests.Infrastructure;

/// <summary>Removes the package that the tests used.</summary>
[TestClass]
public static class SharedPackage
{
    [AssemblyCleanup]
    public static void Remove() => PackedPackage.Remove("specpush.msbuild");
}
