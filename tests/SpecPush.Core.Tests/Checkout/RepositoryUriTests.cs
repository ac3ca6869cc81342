using SpecPush.Checkout;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class RepositoryUriTests
{
    [TestMethod]
    [TestCategory("checkout.URI.1")]
    [TestCategory("checkout.URI.2")]
    [DataRow("https://github.com/my-org/my-repo.git", "github.com/my-org/my-repo")]
    [DataRow("https://github.com/my-org/my-repo", "github.com/my-org/my-repo")]
    [DataRow("https://GitHub.com/My-Org/my-repo/", "github.com/My-Org/my-repo")]
    [DataRow("https://github.com/my-org/my-repo.git/", "github.com/my-org/my-repo.git")]
    [DataRow("https://user:secret@github.com:443/my-org/my-repo.git", "github.com/my-org/my-repo")]
    [DataRow("https://user:s3cret@with-at@github.com/my-org/my-repo", "github.com/my-org/my-repo")]
    [DataRow("user:s3cret@github.com/my-org/my-repo", null)]
    [DataRow("https://user@dev.azure.com/org/project/_git/repo", "dev.azure.com/org/project/_git/repo")]
    [DataRow("git@github.com:my-org/my-repo.git", "github.com/my-org/my-repo")]
    [DataRow("git@ssh.dev.azure.com:v3/org/project/repo", "ssh.dev.azure.com/v3/org/project/repo")]
    [DataRow("ssh://git@host.example:22/o/r.git", "host.example/o/r")]
    [DataRow("ssh://git@GitLab.Example/group/sub/r.git", "GitLab.Example/group/sub/r")]
    [DataRow("git://host.example/o/r.git", "host.example/o/r")]
    [DataRow("https://host.example/o/a repo.git", "host.example/o/a%20repo")]
    [DataRow("  github.com/my-org/my-repo\n", "github.com/my-org/my-repo")]
    [DataRow("https://github.com/my-org/my\u007f-repo", null)]
    [DataRow("git@github.com:my-org/my\u202e-repo", null)]
    [DataRow("github.com/my-org/my\n-repo", null)]
    [DataRow("file:///srv/git/repo.git", null)]
    [DataRow("../elsewhere", null)]
    [DataRow("https://github.com/", null)]
    [DataRow("", null)]
    public void A_remote_is_spelled_as_in_the_official_CLI(string remote, string? expected) =>
        Assert.AreEqual(expected, RepositoryUri.FromRemote(remote));
}
