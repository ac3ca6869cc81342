namespace SpecPush.Tool.Tests.Infrastructure;

/// <summary>The tool as users get it: packed once for all tests, and installed from its own feed into a new folder.</summary>
[TestClass]
public static class InstalledTool
{
    // Unique to this run, and the version that init writes, which must be that of the package packed with it.
    public static string Version => PackedPackage.Version;

    private static readonly TemporaryFolder Scratch = new();
    private static readonly Lazy<string> Packed = new(static () => PackedPackage.PackProgram("src/SpecPush.Tool", Scratch.PathOf("feed")));
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The folder with the package.</summary>
    public static string Feed => Packed.Value;

    /// <summary>The program.</summary>
    public static string Path => Installed.Value;

    [AssemblyCleanup]
    public static void Remove()
    {
        BuildServers.ShutDown();
        Scratch.Dispose();
        PackedPackage.Remove("specpush.msbuild", "specpush.tool");
    }

    private static string Install()
    {
        var folder = Scratch.PathOf("tools");
        Command.Run(Scratch.Path, "dotnet", ["tool", "install", "SpecPush.Tool", "--tool-path", folder, "--version", Version, "--add-source", Feed]).Succeeded();
        return System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "specpush.exe" : "specpush");
    }
}
