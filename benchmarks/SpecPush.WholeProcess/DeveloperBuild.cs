using System.Diagnostics;

namespace SpecPush.WholeProcess;

/// <summary>A build on a developer's machine that does nothing except run SpecPush.</summary>
internal sealed class DeveloperBuild
{
    private const string Project = "Build.proj";

    private readonly LargeCheckout _checkout;

    private DeveloperBuild(LargeCheckout checkout) => _checkout = checkout;

    public static DeveloperBuild Create(Scratch scratch, LargeCheckout checkout)
    {
        ProcessRun.Run(Scratch.Repository, "dotnet", "build", "src/SpecPush.MSBuild", "-c", "Release", "-o", scratch.Path("task"), "-v:q", "-nodeReuse:false");
        var package = Path.Combine(Scratch.Repository, "src", "SpecPush.MSBuild", "build");
        checkout.Write($"obj/{Project}", $"""
            <Project DefaultTargets="SpecPush">
              <PropertyGroup><SpecPushTaskAssembly>{scratch.Path("task")}/SpecPush.MSBuild.dll</SpecPushTaskAssembly></PropertyGroup>
              <Import Project="{package}/SpecPush.MSBuild.props" />
              <Import Project="{package}/SpecPush.MSBuild.targets" />
              <Target Name="Build" />
              <Target Name="Clean" />
            </Project>
            """);
        return new DeveloperBuild(checkout);
    }

    /// <summary>A build in mode Check.</summary>
    public ProcessStartInfo Check() => new("dotnet", ["msbuild", Path.Combine("obj", Project), "-nologo", "-v:q", "-nodeReuse:false", "-p:SpecPushMode=Check"])
    {
        WorkingDirectory = _checkout.Root,
    };
}
