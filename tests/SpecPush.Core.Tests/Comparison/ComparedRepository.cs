using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.Run;
using SpecPush.Settings;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Comparison;

/// <summary>Compares the checkout with a commit, without the rest of a run.</summary>
internal sealed class ComparedRepository(string root, RawSettings? raw = null, string? program = null)
{
    private readonly GitRepository _repository = new(root, program);
    private readonly PushSettings _settings = Given.Settings(raw);

    public string ManifestsPath => Path.Combine(TestRepository.GitIn(root, "rev-parse", "--absolute-git-dir"), "specpush", "manifests");

    public void WriteManifest(ReferenceManifest manifest) => ManifestFile.Write(ManifestsPath, manifest);

    public async Task<ComparisonResult> CompareAsync(string commit) => (await CompareAllAsync([commit])).Single();

    /// <summary>Reads the checkout once.</summary>
    public async Task<ComparisonResult[]> CompareAllAsync(IEnumerable<string> commits)
    {
        var status = await _repository.ReadStatusAsync(default);
        var request = new RunRequest { Directory = root, Settings = raw ?? new RawSettings(), Spelling = SettingSpelling.MSBuildProperty, Environment = EnvironmentVariables.Empty, WritesState = false };
        var facts = new RunFacts(request, _settings, _repository, status, StateDirectory.For(root));
        var gathering = await new Gatherer(facts).GatherAsync(includeUntracked: true, default);
        var stage = new ComparisonStage(_repository, status, _settings, SettingSpelling.MSBuildProperty);
        var results = new List<ComparisonResult>();
        foreach (var commit in commits)
        {
            results.Add(await stage.CompareAsync(new ComparisonBase("main", commit, null), gathering.Compared, default));
        }

        return [.. results];
    }

    public Task<ComparisonBase> FindBaseAsync(string with, IRepositoryHost? host = null) => FindBaseAsync(ComparedRevision.Choose(with, null)!, host);

    public async Task<ComparisonBase> FindBaseAsync(ComparedRevision revision, IRepositoryHost? host = null)
    {
        var status = await _repository.ReadStatusAsync(default);
        return await ComparisonBase.FindAsync(
            new ComparisonSource(_repository, status, host), revision, new ComparisonFindings(_settings.Comparison, SettingSpelling.ActionInput), default);
    }

    /// <summary>One line for each change, with its ID and how it differs.</summary>
    public static string[] Lines(ComparisonResult result) =>
        [.. result.Comparison!.Requirements.Select(static change => $"{change.Acid}: {string.Join(' ', change.Changes)}").Order(StringComparer.Ordinal)];
}
