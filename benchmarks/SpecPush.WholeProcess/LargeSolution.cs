using System.Diagnostics;
using System.Globalization;

namespace SpecPush.WholeProcess;

/// <summary>A solution of small libraries, each with the package, in its own repository.</summary>
internal sealed class LargeSolution
{
    private const string Version = "0.1.0-measured";

    private readonly Scratch _scratch;

    private LargeSolution(Scratch scratch) => _scratch = scratch;

    private string Root => _scratch.Path("solution");

    /// <summary>Packs the package, generates the solution and builds it once.</summary>
    public static LargeSolution Create(Scratch scratch, int libraries)
    {
        ProcessRun.Run(
            Scratch.Repository, "dotnet", "pack", "src/SpecPush.MSBuild", "-c", "Release", "-o", scratch.Path("feed"), $"-p:Version={Version}", "-v:q", "-nodeReuse:false");
        var solution = new LargeSolution(scratch);
        solution.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestoreAdditionalProjectSources>{scratch.Path("feed")}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SpecPush.MSBuild" Version="{Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        solution.Write(".gitignore", "bin/\nobj/\n");
        var numbers = Enumerable.Range(1, libraries).ToArray();
        foreach (var number in numbers)
        {
            solution.Write($"src/L{number}/L{number}.csproj", number <= 5
                ? "<Project Sdk=\"Microsoft.NET.Sdk\" />"
                : $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><ProjectReference Include=\"../L{number - 5}/L{number - 5}.csproj\" /></ItemGroup></Project>");
            solution.Write($"src/L{number}/Library.cs", $"namespace L{number};\n\n// shop.PARTS.{number}\npublic class Library;\n");
        }

        solution.Write("features/shop.feature.yaml", "feature:\n  name: shop\n  product: shop\ncomponents:\n  PARTS:\n"
            + string.Concat(numbers.Select(static number => string.Create(CultureInfo.InvariantCulture, $"    {number}: Part {number}\n"))));
        solution.Write("All.slnx", $"<Solution>{string.Concat(numbers.Select(static number => $"<Project Path=\"src/L{number}/L{number}.csproj\" />"))}</Solution>");
        solution.Git("init", "-q", "-b", "main");
        solution.Git("remote", "add", "origin", "https://github.com/my-org/solution.git");
        solution.Git("add", "-A");
        solution.Git("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.com", "-c", "commit.gpgSign=false", "commit", "-q", "-m", "all");
        ProcessRun.Run(solution.Build("Off", "--restore"));
        return solution;
    }

    /// <summary>A build in which every project is up to date.</summary>
    public ProcessStartInfo Build(string mode, string restore = "--no-restore") =>
        Start(["build", "All.slnx", .. restore == "--no-restore" ? [restore] : (string[])[], $"-p:SpecPushMode={mode}"]);

    public ProcessStartInfo Clean() => Start(["clean", "All.slnx"]);

    /// <summary>Removes all state, as if nothing had been built with SpecPush before.</summary>
    public void Forget()
    {
        var state = Path.Combine(Root, ".git", "specpush");
        if (Directory.Exists(state))
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "-v:q", "-tl:off", "-nodeReuse:false"]) { WorkingDirectory = Root };
        start.Environment["NUGET_PACKAGES"] = _scratch.Path("packages");
        start.Environment.Remove("CI");
        start.Environment.Remove("ACAI_API_TOKEN");
        return start;
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private void Git(params string[] arguments) => ProcessRun.Run(Root, "git", arguments);
}
