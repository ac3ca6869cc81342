using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.References;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Tests.Infrastructure;

/// <summary>Creates records for tests that do not depend on how they were created.</summary>
internal static class Given
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    public static PushContext Context(string branch = "main") => new()
    {
        RepoUri = "github.com/my-org/my-repo",
        Branch = branch,
        Commit = Commit,
        Provider = "git",
        DefaultBranch = "main",
    };

    public static PushSettings Settings(RawSettings? raw = null)
    {
        var (settings, findings) = SettingsReader.Read(raw ?? new RawSettings(), EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty);
        return settings ?? throw new InvalidOperationException(string.Join('\n', findings));
    }

    public static Spec Spec(string feature, string product = "shop", int requirements = 1, string text = "It works") => new()
    {
        Path = $"features/{product}/{feature}.feature.yaml",
        Product = product,
        Feature = feature,
        RawContent = $"feature:\n  name: {feature}\n",
        FeatureKeys = ImmutableDictionary<string, SourceLocation>.Empty
            .Add("name", new SourceLocation($"features/{product}/{feature}.feature.yaml", 2, 9)),
        Requirements =
        [
            .. Enumerable.Range(1, requirements).Select(number => new Requirement
            {
                Acid = $"{feature}.A.{number}",
                Text = text,
                Location = new SourceLocation($"features/{product}/{feature}.feature.yaml", 5 + number, 7),
            }),
        ],
    };

    public static Reference Reference(string acid, string path = "src/Code.cs", int line = 1, bool isTest = false) => new(acid, path, line, isTest);

    public static PlanInput Input(ImmutableArray<Spec> specs, ImmutableArray<Reference> references, RawSettings? settings = null, PushContext? context = null) => new()
    {
        Context = context ?? Context(),
        Settings = Settings(settings),
        Specs = specs,
        References = references,
        LastCommits = ImmutableDictionary<string, string>.Empty,
        Override = true,
        SentFeatures = ImmutableDictionary<string, string>.Empty,
    };

    public static PushPlan Plan(PlanInput input) => PushPlanner.Plan(input, SettingSpelling.MSBuildProperty);
}
