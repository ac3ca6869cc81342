namespace SpecPush.Release.Tests;

/// <summary>What is not released.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)] // Where releases are made.
public sealed class RefusedReleaseTests : IDisposable
{
    private readonly DryRun _release = new();

    public void Dispose() => _release.Dispose();

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.1")]
    public void A_version_is_released_once_and_none_that_is_older()
    {
        _release.Run("check").Succeeded();
        TestRepository.GitIn(_release.Clone, "tag", $"v{_release.Version}");
        Refused($"version {_release.Version} has been released; run: .ci/release prepare VERSION");
        TestRepository.GitIn(_release.Clone, "tag", "v99.0.0");
        Refused($"version {_release.Version} is older than 99.0.0, which has been released");
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.1")]
    [DataRow("Dockerfile", "ARG VERSION=")]
    [DataRow("README.md", "Include=\"SpecPush.MSBuild\" Version=\"")]
    [DataRow("docs/settings.md", "Sdk=\"SpecPush.MSBuild\" Version=\"")]
    [DataRow("samples/Shop/Directory.Build.props", "''\">")]
    public void A_version_is_named_everywhere(string file, string before)
    {
        _release.ReplaceIn(file, $"{before}{_release.Version}", $"{before}0.0.7");
        _release.Commit("Another version");
        Refused($"{file} does not name version {_release.Version}; run: .ci/release prepare {_release.Version}");
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.1")]
    public void A_version_has_notes_and_is_committed()
    {
        _release.ReplaceIn("CHANGELOG.md", "- Something new.\n", "");
        Refused($"CHANGELOG.md has nothing under '## {_release.Version}'");
        _release.ReplaceIn("CHANGELOG.md", $"## {_release.Version}\n", $"## {_release.Version}\n\nOther notes.\n");
        Refused("there are changes that are not committed");
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.2")]
    public void An_image_without_its_digest_is_not_tagged()
    {
        var result = _release.Run("tag", "registry.example/specpush:v1");
        Assert.AreEqual((1, "release: 'registry.example/specpush:v1' is not an image with its digest"), (result.ExitCode, result.StandardError.Trim()));
    }

    private void Refused(string reason)
    {
        var result = _release.Run("check");
        Assert.AreEqual((1, $"release: {reason}"), (result.ExitCode, result.StandardError.Trim()), result.Output);
    }
}
