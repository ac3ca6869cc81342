namespace SpecPush.MSBuild.Tests.Infrastructure;

/// <summary>Ends and removes what the tests used.</summary>
[TestClass]
public static class SharedPackage
{
    [AssemblyCleanup]
    public static void Remove()
    {
        BuildServers.ShutDown();
        PackedPackage.Remove("specpush.msbuild");
    }
}
