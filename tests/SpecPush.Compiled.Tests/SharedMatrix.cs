namespace SpecPush.Compiled.Tests;

/// <summary>The single build that all tests share.</summary>
[TestClass]
public static class SharedMatrix
{
    internal static MatrixBuild Build { get; } = new();

    [AssemblyInitialize]
    public static void Run(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Build.Run();
    }

    [AssemblyCleanup]
    public static void Clean()
    {
        BuildServers.ShutDown();
        Build.Dispose();
    }
}
