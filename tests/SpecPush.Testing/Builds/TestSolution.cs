using System.Diagnostics;

namespace SpecPush.Testing;

/// <summary>A repository that uses the package, in a folder with spaces and an umlaut.</summary>
internal sealed class TestSolution : IDisposable
{
    private const string Name = "my repository";

    private readonly TemporaryFolder _scratch = new();
    private readonly WarmNodes _nodes = new();

    // What a build has restored. A file that is neither code nor a spec may change what has to be.
    private readonly HashSet<string> _restored = [];

    public TestSolution(string? properties = null)
    {
        Write(".gitignore", "bin/\nobj/\n*.binlog\n");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestoreAdditionalProjectSources>{PackedPackage.Feed}</RestoreAdditionalProjectSources>
                <SpecPushTimeout>300</SpecPushTimeout>
                <NuGetAudit>false</NuGetAudit>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SpecPush.MSBuild" Version="{PackedPackage.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        Write("features/cart.feature.yaml", Spec("cart"));
        Write("src/Shop/Cart.cs", "namespace Shop;\n\n// cart.A.1\npublic sealed class Cart;\n");
        AddProject("src/Shop/Shop.csproj");
        Git("init", "-q", "-b", "main", GitTemplate.Option);
    }

    public string Root => _scratch.PathOf(Name);

    public string StatePath => Path.Combine(Root, ".git", "specpush");

    public Dictionary<string, string> Environment { get; } = new() { ["ACAI_API_TOKEN"] = ServerProcess.KnownToken };

    /// <summary>Whether MSBuild's nodes stay for the next build. A build with <c>-mt</c> would also keep a server and nodes for single tasks.</summary>
    public bool KeepsNodes { get; set; } = true;

    public static string Spec(string feature, int requirements = 3) =>
        $"feature:\n  name: {feature}\n  product: shop\ncomponents:\n  A:\n" + string.Concat(Enumerable.Range(1, requirements).Select(static number => $"    {number}: It works\n"));

    public void AddProject(string path, string content = "", params string[] references) => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          {content}
          <ItemGroup>
            {string.Join("\n    ", references.Select(static reference => $"<ProjectReference Include=\"{reference}\" />"))}
          </ItemGroup>
        </Project>
        """);

    public void AddSolution(params string[] projects) =>
        Write("All.slnx", $"<Solution>{string.Concat(projects.Select(static project => $"<Project Path=\"{project}\" />"))}</Solution>");

    public void Write(string path, string content)
    {
        _scratch.Write($"{Name}/{path}", content);
        if (Path.GetExtension(path) is not (".cs" or ".yaml"))
        {
            _restored.Clear();
        }
    }

    public void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "--allow-empty", "-m", "Change");
    }

    public CommandResult Git(params string[] arguments) => Command.Run(Root, "git", arguments).Succeeded();

    /// <summary>
    /// Builds a project or solution, and restores it first unless that has been done. On one node, unless the arguments ask for more, because a second one
    /// takes as long to start as all that these builds have for it.
    /// </summary>
    public CommandResult Build(string project, params string[] arguments)
    {
        var isOnOneNode = !arguments.Any(static argument => argument.StartsWith("-m", StringComparison.Ordinal));
        var command = Arguments(project, _restored.Contains(project) ? ["--no-restore", .. arguments] : arguments);
        var result = Run(command, isOnOneNode ? _nodes.One : _nodes.Several);
        if (result.ExitCode == 0)
        {
            _restored.Add(project);
        }

        return result;
    }

    public CommandResult Dotnet(params string[] arguments) => Run(arguments, _nodes.Several);

    /// <summary>Starts a build in processes of its own.</summary>
    public Process StartBuild(string project, params string[] arguments) => Command.Start(Root, "dotnet", Arguments(project, arguments), With(BuildServers.Fresh));

    public void Dispose()
    {
        _scratch.Dispose();
        _nodes.Dispose();
    }

    private CommandResult Run(string[] arguments, IReadOnlyDictionary<string, string> nodes)
    {
        _nodes.EndDeaf();
        return Command.Run(Root, "dotnet", arguments, With(KeepsNodes ? nodes : BuildServers.Fresh));
    }

    private Dictionary<string, string> With(IReadOnlyDictionary<string, string> servers) => new([.. servers, .. Environment]);

    private static string[] Arguments(string project, string[] arguments) => ["build", project, "-tl:off", "-nologo", "-m:1", .. arguments];
}
