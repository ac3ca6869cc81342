using System.Collections.Immutable;
using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>The supported CI systems; the first that matches is used. The variables are from each system's documentation.</summary>
internal static class CiSystems
{
    public static CiFacts? Read(EnvironmentVariables environment, Func<string, string> readFile)
    {
        if (GitHubActions.Read(environment, readFile) is { } facts)
        {
            return facts;
        }

        return Rows(readFile).FirstOrDefault(system => system.Runs(environment)) is { } found
            ? found.Read(environment).ToFacts(found.Provider)
            : environment["CI"] is "true" or "1" ? new CiFacts("ci") : null;
    }

    /// <summary>Whether this runs in a CI system.</summary>
    public static bool IsRunning(EnvironmentVariables environment) => Read(environment, static _ => "") is not null;

    private static ImmutableArray<CiSystem> Rows(Func<string, string> readFile) =>
    [
        // Before GitLab, because it uses some of GitLab's names for other things.
        new("woodpecker", static v => v["CI"] == "woodpecker", static v => new CiVariables
        {
            Repository = v["CI_REPO_CLONE_URL"] ?? v["CI_REPO_URL"],
            Commit = v["CI_COMMIT_SHA"],
            Branch = v["CI_COMMIT_BRANCH"],
            Tag = v["CI_COMMIT_TAG"],
            DefaultBranch = v["CI_REPO_DEFAULT_BRANCH"],
            PullRequest = v["CI_COMMIT_PULL_REQUEST"],
            SourceBranch = v["CI_COMMIT_SOURCE_BRANCH"],
            TargetBranch = v["CI_COMMIT_TARGET_BRANCH"],
        }),
        new("gitlab", static v => v["GITLAB_CI"] is not null, static v => new CiVariables
        {
            Repository = v["CI_PROJECT_URL"],
            // Set only where CI_COMMIT_SHA is a merge.
            Commit = v["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] ?? v["CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA"] ?? v["CI_COMMIT_SHA"],
            Branch = v["CI_COMMIT_BRANCH"],
            Tag = v["CI_COMMIT_TAG"],
            DefaultBranch = v["CI_DEFAULT_BRANCH"],
            PullRequest = v["CI_MERGE_REQUEST_IID"] ?? v["CI_EXTERNAL_PULL_REQUEST_IID"],
            SourceBranch = v["CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"] ?? v["CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME"],
            IsFork = Differ(v["CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"], v["CI_MERGE_REQUEST_PROJECT_PATH"] ?? v["CI_PROJECT_PATH"])
                ?? Differ(v["CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY"], v["CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY"]),
            IsMergeQueue = v["CI_MERGE_REQUEST_EVENT_TYPE"] == "merge_train",
        }),
        new("azure-pipelines", static v => v["TF_BUILD"] is not null, static v => new CiVariables
        {
            Repository = v["BUILD_REPOSITORY_URI"],
            Commit = v["SYSTEM_PULLREQUEST_SOURCECOMMITID"] ?? v["BUILD_SOURCEVERSION"],
            // BUILD_SOURCEBRANCHNAME is only the last segment.
            Branch = v["BUILD_SOURCEBRANCH"],
            PullRequest = v["SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"] ?? v["SYSTEM_PULLREQUEST_PULLREQUESTID"],
            SourceBranch = v["SYSTEM_PULLREQUEST_SOURCEBRANCH"],
            IsFork = bool.TryParse(v["SYSTEM_PULLREQUEST_ISFORK"], out var isFork) ? isFork : null,
        }),
        new("bitbucket-pipelines", static v => v["BITBUCKET_BUILD_NUMBER"] is not null, static v => new CiVariables
        {
            Repository = v["BITBUCKET_GIT_HTTP_ORIGIN"],
            Commit = v["BITBUCKET_COMMIT"],
            Branch = v["BITBUCKET_BRANCH"],
            Tag = v["BITBUCKET_TAG"],
            PullRequest = v["BITBUCKET_PR_ID"],
            SourceBranch = v["BITBUCKET_BRANCH"],
            TargetBranch = v["BITBUCKET_PR_DESTINATION_BRANCH"],
        }),
        new("circleci", static v => v["CIRCLECI"] is not null, static v => new CiVariables
        {
            Repository = v["CIRCLE_REPOSITORY_URL"],
            Commit = v["CIRCLE_SHA1"],
            Branch = v["CIRCLE_BRANCH"],
            Tag = v["CIRCLE_TAG"],
            PullRequest = v["CIRCLE_PULL_REQUEST"] ?? v["CIRCLE_PR_NUMBER"],
            SourceBranch = v["CIRCLE_BRANCH"],
            // Set for forks only.
            IsFork = v["CIRCLE_PR_NUMBER"] is not null || v["CIRCLE_BRANCH"]?.StartsWith("pull/", StringComparison.Ordinal) == true,
        }),
        new("jenkins", static v => v["JENKINS_URL"] is not null && v["BUILD_ID"] is not null, static v => new CiVariables
        {
            Repository = v["GIT_URL"],
            Commit = v["ghprbActualCommit"] ?? v["GIT_COMMIT"],
            // GIT_COMMIT may be a merge that exists only in this workspace; the branch source also fetches the head.
            HeadReference = v["ghprbActualCommit"] is null && v["BRANCH_NAME"] is { } name ? $"refs/remotes/origin/{name}" : null,
            Branch = v["BRANCH_NAME"] ?? v["GIT_LOCAL_BRANCH"] ?? WithoutRemote(v["GIT_BRANCH"]),
            Tag = v["TAG_NAME"],
            PullRequest = v["CHANGE_ID"] ?? v["ghprbPullId"],
            SourceBranch = v["CHANGE_BRANCH"] ?? v["ghprbSourceBranch"],
            TargetBranch = v["CHANGE_TARGET"] ?? v["ghprbTargetBranch"],
            // Not every branch source sets it, so its absence proves nothing.
            IsFork = v["CHANGE_FORK"] is not null ? true : null,
        }),
        new("teamcity", static v => v["TEAMCITY_VERSION"] is not null, v => TeamCity.Read(v, readFile)),
        new("appveyor", static v => v["APPVEYOR"] is not null, static v => new CiVariables
        {
            Repository = HostOf(v["APPVEYOR_REPO_PROVIDER"]) is { } host ? $"{host}/{v["APPVEYOR_REPO_NAME"]}" : null,
            Commit = v["APPVEYOR_PULL_REQUEST_HEAD_COMMIT"] ?? v["APPVEYOR_REPO_COMMIT"],
            Branch = v["APPVEYOR_REPO_BRANCH"],
            Tag = v["APPVEYOR_REPO_TAG_NAME"],
            PullRequest = v["APPVEYOR_PULL_REQUEST_NUMBER"],
            SourceBranch = v["APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH"],
            IsFork = Differ(v["APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME"], v["APPVEYOR_REPO_NAME"]),
        }),
        new("buildkite", static v => v["BUILDKITE"] == "true", static v => new CiVariables
        {
            Repository = v["BUILDKITE_REPO"],
            // HEAD for builds that were started by hand.
            Commit = v["BUILDKITE_COMMIT"],
            Branch = v["BUILDKITE_BRANCH"],
            Tag = v["BUILDKITE_TAG"],
            DefaultBranch = v["BUILDKITE_PIPELINE_DEFAULT_BRANCH"],
            PullRequest = v["BUILDKITE_PULL_REQUEST"],
            SourceBranch = v["BUILDKITE_BRANCH"],
            IsFork = Differ(UriOf(v["BUILDKITE_PULL_REQUEST_REPO"]), UriOf(v["BUILDKITE_REPO"])),
        }),
        new("travis", static v => v["TRAVIS"] is not null, static v => new CiVariables
        {
            Commit = v["TRAVIS_PULL_REQUEST_SHA"] ?? v["TRAVIS_COMMIT"],
            Branch = v["TRAVIS_BRANCH"],
            Tag = v["TRAVIS_TAG"],
            PullRequest = v["TRAVIS_PULL_REQUEST"],
            SourceBranch = v["TRAVIS_PULL_REQUEST_BRANCH"],
            IsFork = Differ(v["TRAVIS_PULL_REQUEST_SLUG"], v["TRAVIS_REPO_SLUG"]),
        }),
        new("drone", static v => v["DRONE"] == "true", static v => new CiVariables
        {
            Repository = v["DRONE_GIT_HTTP_URL"] ?? v["DRONE_REPO_LINK"],
            Commit = v["DRONE_COMMIT_SHA"],
            Branch = v["DRONE_BRANCH"],
            Tag = v["DRONE_TAG"],
            DefaultBranch = v["DRONE_REPO_BRANCH"],
            PullRequest = v["DRONE_PULL_REQUEST"],
            SourceBranch = v["DRONE_SOURCE_BRANCH"],
            TargetBranch = v["DRONE_TARGET_BRANCH"],
        }),
        new("aws-codebuild", static v => v["CODEBUILD_BUILD_ARN"] is not null, static v => new CiVariables
        {
            Repository = v["CODEBUILD_SOURCE_REPO_URL"],
            Commit = v["CODEBUILD_RESOLVED_SOURCE_VERSION"],
            Branch = v["CODEBUILD_WEBHOOK_HEAD_REF"],
            PullRequest = v["CODEBUILD_SOURCE_VERSION"]?.StartsWith("pr/", StringComparison.Ordinal) == true ? v["CODEBUILD_SOURCE_VERSION"] : null,
            SourceBranch = v["CODEBUILD_WEBHOOK_HEAD_REF"],
            TargetBranch = v["CODEBUILD_WEBHOOK_BASE_REF"],
        }),
        // It sets no variables by itself; users map its substitutions to variables of the same names.
        new("google-cloud-build", static v => v["BUILD_ID"] is not null && v["PROJECT_ID"] is not null && v["COMMIT_SHA"] is not null, static v => new CiVariables
        {
            Commit = v["COMMIT_SHA"],
            Branch = v["BRANCH_NAME"],
            Tag = v["TAG_NAME"],
            PullRequest = v["_PR_NUMBER"],
            SourceBranch = v["_HEAD_BRANCH"],
            TargetBranch = v["_BASE_BRANCH"],
        }),
    ];

    /// <summary>Null if one of them is unknown.</summary>
    private static bool? Differ(string? source, string? target) =>
        source is null || target is null ? null : !string.Equals(source, target, StringComparison.OrdinalIgnoreCase);

    private static string? UriOf(string? remote) => remote is null ? null : RepositoryUri.FromRemote(remote);

    private static string? WithoutRemote(string? branch) => branch?.StartsWith("origin/", StringComparison.Ordinal) == true ? branch["origin/".Length..] : branch;

    private static string? HostOf(string? provider) => provider switch
    {
        "gitHub" => "github.com",
        "gitLab" => "gitlab.com",
        "bitBucket" => "bitbucket.org",
        _ => null,
    };
}

/// <summary>How to recognise a CI system, and what to read from it.</summary>
/// <param name="Provider">Its name in the report.</param>
/// <param name="Runs">Whether the variables are this system's.</param>
/// <param name="Read">Reads its variables.</param>
internal sealed record CiSystem(string Provider, Func<EnvironmentVariables, bool> Runs, Func<EnvironmentVariables, CiVariables> Read);
