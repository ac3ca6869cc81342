using System.Text.Json;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Tests.Reliability;

/// <summary>A checkout that is pushed to the real server under different names, so that each push is the first of its repository.</summary>
internal sealed class FaultCheckout : IDisposable
{
    private const int FeaturesOfLarge = 110;

    private readonly TestRepository _repository = new();

    public FaultCheckout(bool isLarge)
    {
        for (var number = 1; number <= (isLarge ? FeaturesOfLarge : 2); number++)
        {
            _repository.Write($"features/f{number}.feature.yaml", $"feature:\n  name: f{number}\n  product: shop\ncomponents:\n  A:\n    1: It works\n    2: It lasts\n");
            _repository.Write($"src/F{number}.cs", $"// f{number}.A.1\n");
            _repository.Write($"tests/F{number}Tests.cs", $"// f{number}.A.1 f{number}.A.2\n");
        }

        _repository.Commit();
    }

    public Task<RunResult> RunAsync(string name, Uri apiUrl, SkippingTime time, CancellationToken cancellationToken) => SpecPushRun.ExecuteAsync(
        new RunRequest
        {
            Directory = _repository.Path,
            Settings = new RawSettings { ApiUrl = apiUrl.ToString(), RepoUri = RepositoryOf(name), TargetImplName = $"main={name}" },
            Spelling = SettingSpelling.MSBuildProperty,
            Environment = new EnvironmentVariables([KeyValuePair.Create("ACAI_API_TOKEN", ServerProcess.KnownToken)]),
            LocalTimeout = TimeSpan.FromSeconds(20),
            Time = time,
        },
        cancellationToken);

    /// <summary>The specs and references that the server has; empty if it does not know the repository.</summary>
    public static async Task<string> ReadAsync(ServerProcess server, string name)
    {
        var branches = (await server.ContentsAsync()).GetProperty("branches").EnumerateArray().Where(branch => branch.GetProperty("repo_uri").GetString() == RepositoryOf(name));
        return string.Join('\n', branches.Select(static branch => $"{branch.GetProperty("branch_name")} {branch.GetProperty("commit_hash")}\n{Sorted(branch.GetProperty("specs"))}\n{Sorted(branch.GetProperty("references"))}"));
    }

    public void Dispose() => _repository.Dispose();

    private static string RepositoryOf(string name) => $"github.com/my-org/{name}";

    private static string Sorted(JsonElement element) => string.Join('\n', element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().Select(static property => property.ToString()).Order(StringComparer.Ordinal)
        : element.EnumerateArray().Select(static item => item.GetRawText()).Order(StringComparer.Ordinal));
}
