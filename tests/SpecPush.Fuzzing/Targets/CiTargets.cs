using SpecPush.Checkout;
using SpecPush.Settings;

namespace SpecPush.Fuzzing.Targets;

/// <summary>What a CI system tells.</summary>
internal static class CiTargets
{
    private const string Event =
        """{"pull_request":{"number":7,"head":{"sha":"0123456789abcdef0123456789abcdef01234567","ref":"work","repo":{"full_name":"a/b"}},"base":{"ref":"main","sha":"0123456789abcdef0123456789abcdef01234567","repo":{"full_name":"a/b"}}},"repository":{"default_branch":"main"},"workflow_run":{"head_branch":"x","head_sha":"y","head_repository":{"full_name":"a/b"}}}""";

    private static readonly string[] Events = ["pull_request", "workflow_run", "push", "merge_group"];

    private static readonly EnvironmentVariables[] GitHub =
    [
        .. Events.Select(static name => new EnvironmentVariables(new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true", ["GITHUB_EVENT_NAME"] = name, ["GITHUB_EVENT_PATH"] = "event.json", ["GITHUB_REF"] = "refs/pull/7/merge", ["GITHUB_REPOSITORY"] = "a/b",
        })),
    ];

    public static FuzzTarget EventFiles() => new TextTarget(
        [Event],
        ["pull_request", "\"head\":", "\"base\":", "\"repo\":null", "\"sha\":", "\"number\":", "{\"", "\":{", "},", "\\ud800", "\\udc00", "1e9"],
        static content =>
        {
            foreach (var environment in GitHub)
            {
                Require.That(GitHubActions.Read(environment, _ => content) is not null, "GitHub is not recognised any more.");
            }
        });

    /// <summary>Lines of <c>NAME=value</c>; what a variable names as a file holds all of them again.</summary>
    public static FuzzTarget Variables() => new TextTarget(
        [
            "GITHUB_ACTIONS=true\nGITHUB_EVENT_NAME=pull_request\nGITHUB_REF=refs/pull/7/merge\nGITHUB_HEAD_REF=work\nGITHUB_REPOSITORY=o/r\nGITHUB_REF_TYPE=tag\nGITHUB_REF_NAME=v1\nGITHUB_SERVER_URL=https://x/",
            "GITLAB_CI=true\nCI_COMMIT_SHA=1\nCI_MERGE_REQUEST_IID=7\nCI_MERGE_REQUEST_SOURCE_BRANCH_NAME=work\nCI_PROJECT_URL=https://gitlab.example:8443/g/s/r\nCI_DEFAULT_BRANCH=main",
            "TF_BUILD=True\nBUILD_SOURCEBRANCH=refs/heads/x\nBUILD_REPOSITORY_URI=https://me@dev.azure.com/org/p/_git/r\nSYSTEM_PULLREQUEST_PULLREQUESTID=7\nSYSTEM_PULLREQUEST_ISFORK=True",
            "TEAMCITY_VERSION=1\nTEAMCITY_BUILD_PROPERTIES_FILE=x\nteamcity.configuration.properties.file=y\nteamcity.build.branch=<default>\nvcsroot.branch=trunk\nvcsroot.url=https\\://git.example/o/r",
            "JENKINS_URL=https://ci.example\nBUILD_ID=3\nGIT_BRANCH=origin/feature/x\nCHANGE_ID=7", "CI=woodpecker\nCI_COMMIT_PULL_REQUEST=7\nCI_COMMIT_BRANCH=main", "CIRCLECI=true\nCIRCLE_PULL_REQUEST=https://github.com/o/r/pull/7",
            "BITBUCKET_BUILD_NUMBER=3\nBITBUCKET_BRANCH=work\nBITBUCKET_PR_ID=7", "CI=true",
        ],
        ["GITHUB_", "=", "refs/heads/", "refs/tags/", "refs/pull/7/merge", "origin/", "https://", "true"],
        static text => CiSystems.Read(
            new EnvironmentVariables(text.Split('\n').Select(static line => line.Split('=', 2)).Where(static parts => parts.Length == 2).GroupBy(static parts => parts[0], StringComparer.Ordinal)
                .Select(static same => KeyValuePair.Create(same.Key, same.Last()[1]))),
            _ => text));
}
