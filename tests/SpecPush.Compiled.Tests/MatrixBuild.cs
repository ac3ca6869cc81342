using SpecPush.References.Compiled;

namespace SpecPush.Compiled.Tests;

/// <summary>A repository with all projects of the matrix, built in all variants with one restore and one build.</summary>
internal sealed class MatrixBuild : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public string Root => _folder.Path;

    public void Run()
    {
        Write("src/Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write("src/Shop/Basket.cs", "namespace Shop; public sealed class Basket { public int Count { get; private set; } public void Add() => Count++; }");
        foreach (var project in MatrixProject.All)
        {
            Write(project.Path, project.Text);
            foreach (var fixture in project.Fixtures)
            {
                Write($"{project.Folder}/{fixture}", File.ReadAllText(Path.Combine(Fixtures, fixture)));
            }
        }

        string[] projects = ["src/Shop/Shop.csproj", .. MatrixProject.All.Select(project => project.Path)];
        Write("Matrix.slnx", $"<Solution>{string.Concat(projects.Select(path => $"<Project Path=\"{path}\" />"))}</Solution>");
        Write("Directory.Build.props", Properties);
        Write("Directory.Build.targets", Targets);
        Write("Matrix.proj", BuildOfAllVariants(projects));
        Start("git", "init", "--quiet");
        Start("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--allow-empty", "--message", "Start");
        Start("dotnet", "restore", "Matrix.slnx");
        Start("dotnet", "msbuild", "Matrix.proj", "-maxCpuCount", "-verbosity:minimal");
    }

    public AssemblyReadRequest Request(string project, string assembly, string configuration)
    {
        var output = Path.GetDirectoryName(Path.Combine(Root, assembly))!;
        return new AssemblyReadRequest
        {
            AssemblyPath = Path.Combine(Root, assembly),
            RepositoryRoot = Root,
            ProjectPath = project,
            TargetFramework = "net10.0",
            Configuration = configuration,
            ReferencePaths = [.. File.ReadAllLines(Path.Combine(output, "references.txt"))],
            SourceRoots = [.. File.ReadAllLines(Path.Combine(output, "roots.txt")).Select(line => line.Split('|')).Select(root => new SourceRoot(root[0], root[1]))],
        };
    }

    public void Dispose() => _folder.Dispose();

    private const string Properties =
        """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion Condition="'$(MSBuildProjectExtension)' == '.csproj'">latest</LangVersion>
            <ImplicitUsings>disable</ImplicitUsings>
            <IntermediateOutputPath>obj/$(Variant)/</IntermediateOutputPath>
            <OutputPath>bin/$(Variant)/</OutputPath>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <AppendTargetFrameworkToIntermediateOutputPath>false</AppendTargetFrameworkToIntermediateOutputPath>
            <CopyLocalLockFileAssemblies>false</CopyLocalLockFileAssemblies>
            <GenerateDependencyFile>false</GenerateDependencyFile>
            <UseAppHost>false</UseAppHost>
            <RunAnalyzers>false</RunAnalyzers>
            <WarningLevel>0</WarningLevel>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    // The values that the package's task gets from a build.
    private const string Targets =
        """
        <Project>
          <Target Name="WriteReadRequest" AfterTargets="Build" DependsOnTargets="InitializeSourceRootMappedPaths">
            <WriteLinesToFile File="$(OutputPath)references.txt" Lines="@(ReferencePath)" Overwrite="true" />
            <WriteLinesToFile File="$(OutputPath)roots.txt" Lines="@(SourceRoot->'%(MappedPath)|%(Identity)')" Overwrite="true" />
          </Target>
        </Project>
        """;

    private static string BuildOfAllVariants(IEnumerable<string> projects)
    {
        var items = string.Concat(
            from project in projects
            from variant in Variant.All
            select $"""<ProjectToBuild Include="{project}" AdditionalProperties="Variant={variant.Name};{variant.Properties}" />""");
        return $"""
            <Project>
              <ItemGroup>{items}</ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(ProjectToBuild)" BuildInParallel="true" />
              </Target>
            </Project>
            """;
    }

    private void Write(string path, string text) => _folder.Write(path, text);

    private void Start(string program, params string[] arguments) => Command.Run(Root, program, arguments, BuildServers.Fresh).Succeeded();
}
