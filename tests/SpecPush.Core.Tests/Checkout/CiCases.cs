using static SpecPush.Tests.Checkout.CiCase;

namespace SpecPush.Tests.Checkout;

/// <summary>A case for each kind of build in each CI system, according to the documentation of its variables.</summary>
internal static class CiCases
{
    private const string Fork = "this is a pull request from a fork";
    private const string MaybeFork = "this pull request may be from a fork, because its source branch has the name of the default branch, main";

    public static IEnumerable<CiCase> All =>
    [
        new("GitHub push", $"GITHUB_ACTIONS=true GITHUB_SHA={Head} GITHUB_REF_TYPE=branch GITHUB_REF_NAME=work GITHUB_REPOSITORY=o/r GITHUB_SERVER_URL=https://ghe.example", $"github-actions ghe.example/o/r work {Head}"),
        new("GitHub pull request without its event file", $"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={Merge} GITHUB_REF=refs/pull/7/merge GITHUB_HEAD_REF=work GITHUB_REPOSITORY=o/r", $"github-actions github.com/o/r work {Merge} #7"),
        new("Gitea push", $"GITEA_ACTIONS=true GITHUB_ACTIONS=true GITHUB_SHA={Head} GITHUB_REF_TYPE=branch GITHUB_REF_NAME=work GITHUB_REPOSITORY=o/r GITHUB_SERVER_URL=https://gitea.example/", $"gitea-actions gitea.example/o/r work {Head}"),
        new("Gitea pull request", $"GITEA_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={Head} GITHUB_REF=refs/pull/7/head GITHUB_HEAD_REF=work GITHUB_REPOSITORY=o/r GITHUB_SERVER_URL=https://gitea.example/", $"gitea-actions gitea.example/o/r work {Head} #7"),
        new("Forgejo tag", $"FORGEJO_ACTIONS=true GITHUB_ACTIONS=true GITHUB_SHA={Head} GITHUB_REF_TYPE=tag GITHUB_REF_NAME=v1 GITHUB_REPOSITORY=o/r GITHUB_SERVER_URL=https://forgejo.example", $"forgejo-actions forgejo.example/o/r - {Head} (v1 is a tag)"),

        new("GitLab push", $"GITLAB_CI=true CI=true CI_COMMIT_SHA={Head} CI_COMMIT_BRANCH=work CI_COMMIT_REF_NAME=work CI_PROJECT_URL=https://gitlab.example:8443/g/s/r CI_DEFAULT_BRANCH=main", $"gitlab gitlab.example/g/s/r work {Head} default=main"),
        new("GitLab tag", $"GITLAB_CI=true CI_COMMIT_SHA={Head} CI_COMMIT_TAG=v1 CI_COMMIT_REF_NAME=v1", $"gitlab - - {Head} (v1 is a tag)"),
        new("GitLab merge request", $"GITLAB_CI=true CI_COMMIT_SHA={Head} CI_COMMIT_REF_NAME=work CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=work CI_MERGE_REQUEST_SOURCE_BRANCH_SHA= CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=g/r CI_MERGE_REQUEST_PROJECT_PATH=g/r", $"gitlab - work {Head} #7"),
        new("GitLab merged results", $"GITLAB_CI=true CI_COMMIT_SHA={Merge} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=work CI_MERGE_REQUEST_SOURCE_BRANCH_SHA={Head}", $"gitlab - work {Head} #7"),
        new("GitLab merge train", $"GITLAB_CI=true CI_COMMIT_SHA={Merge} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_EVENT_TYPE=merge_train CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=work CI_MERGE_REQUEST_SOURCE_BRANCH_SHA={Head}", $"gitlab - work {Head} #7 (this is a merge queue)"),
        new("GitLab fork", $"GITLAB_CI=true CI_COMMIT_SHA={Head} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=main CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=x/r CI_MERGE_REQUEST_PROJECT_PATH=g/r", $"gitlab - main {Head} #7 fork ({Fork})"),
        new("GitLab for a pull request on GitHub", $"GITLAB_CI=true CI_COMMIT_SHA={Merge} CI_EXTERNAL_PULL_REQUEST_IID=7 CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME=work CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA={Head} CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY=o/r CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY=o/r", $"gitlab - work {Head} #7"),

        new("Woodpecker push", $"CI=woodpecker CI_COMMIT_SHA={Head} CI_COMMIT_BRANCH=work CI_REPO_CLONE_URL=https://codeberg.org/o/r.git CI_REPO_DEFAULT_BRANCH=main", $"woodpecker codeberg.org/o/r work {Head} default=main"),
        new("Woodpecker pull request", $"CI=woodpecker CI_COMMIT_SHA={Head} CI_COMMIT_BRANCH=main CI_COMMIT_PULL_REQUEST=7 CI_COMMIT_SOURCE_BRANCH=work CI_COMMIT_TARGET_BRANCH=main", $"woodpecker - work {Head} #7"),
        new("Woodpecker pull request from a main branch", $"CI=woodpecker CI_COMMIT_SHA={Head} CI_COMMIT_PULL_REQUEST=7 CI_COMMIT_SOURCE_BRANCH=main CI_COMMIT_TARGET_BRANCH=next CI_REPO_DEFAULT_BRANCH=main", $"woodpecker - main {Head} #7 default=main ({MaybeFork})"),
        new("Woodpecker fork", $"CI=woodpecker CI_COMMIT_SHA={Head} CI_COMMIT_PULL_REQUEST=7 CI_COMMIT_SOURCE_BRANCH=main CI_COMMIT_TARGET_BRANCH=main", $"woodpecker - main {Head} #7 fork ({Fork})"),
        new("Woodpecker tag", $"CI=woodpecker CI_COMMIT_SHA={Head} CI_COMMIT_TAG=v1", $"woodpecker - - {Head} (v1 is a tag)"),

        new("Azure push", $"TF_BUILD=True BUILD_SOURCEVERSION={Head} BUILD_SOURCEBRANCH=refs/heads/feature/x BUILD_SOURCEBRANCHNAME=x BUILD_REPOSITORY_URI=https://me@dev.azure.com/org/project/_git/r", $"azure-pipelines dev.azure.com/org/project/_git/r feature/x {Head}"),
        new("Azure tag", $"TF_BUILD=True BUILD_SOURCEVERSION={Head} BUILD_SOURCEBRANCH=refs/tags/v1 BUILD_SOURCEBRANCHNAME=v1", $"azure-pipelines - - {Head} (v1 is a tag)"),
        new("Azure pull request in Azure Repos", $"TF_BUILD=True BUILD_SOURCEVERSION={Merge} BUILD_SOURCEBRANCH=refs/pull/7/merge BUILD_SOURCEBRANCHNAME=merge SYSTEM_PULLREQUEST_PULLREQUESTID=7 SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/work SYSTEM_PULLREQUEST_SOURCECOMMITID={Head} SYSTEM_PULLREQUEST_ISFORK=False", $"azure-pipelines - work {Head} #7"),
        new("Azure fork on GitHub", $"TF_BUILD=True BUILD_SOURCEVERSION={Merge} BUILD_SOURCEBRANCH=refs/pull/7/merge SYSTEM_PULLREQUEST_PULLREQUESTID=99999 SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=7 SYSTEM_PULLREQUEST_SOURCEBRANCH=main SYSTEM_PULLREQUEST_SOURCECOMMITID={Head} SYSTEM_PULLREQUEST_ISFORK=True", $"azure-pipelines - main {Head} #7 fork ({Fork})"),
        new("Azure pull request built by hand", $"TF_BUILD=True BUILD_SOURCEVERSION={Merge} BUILD_SOURCEBRANCH=refs/pull/7/merge", $"azure-pipelines - - {Merge} (HEAD is detached, so the branch is not known)"),

        new("Bitbucket push", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={Head} BITBUCKET_BRANCH=work BITBUCKET_GIT_HTTP_ORIGIN=http://bitbucket.org/o/r", $"bitbucket-pipelines bitbucket.org/o/r work {Head}"),
        new("Bitbucket pull request", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={Head} BITBUCKET_BRANCH=work BITBUCKET_PR_ID=7 BITBUCKET_PR_DESTINATION_BRANCH=main", $"bitbucket-pipelines - work {Head} #7"),
        new("Bitbucket fork", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={Head} BITBUCKET_BRANCH=main BITBUCKET_PR_ID=7 BITBUCKET_PR_DESTINATION_BRANCH=main", $"bitbucket-pipelines - main {Head} #7 fork ({Fork})"),
        new("Bitbucket tag", $"BITBUCKET_BUILD_NUMBER=3 BITBUCKET_COMMIT={Head} BITBUCKET_TAG=v1", $"bitbucket-pipelines - - {Head} (v1 is a tag)"),

        new("CircleCI push", $"CIRCLECI=true CIRCLE_SHA1={Head} CIRCLE_BRANCH=work CIRCLE_REPOSITORY_URL=git@github.com:o/r.git", $"circleci github.com/o/r work {Head}"),
        new("CircleCI pull request", $"CIRCLECI=true CIRCLE_SHA1={Head} CIRCLE_BRANCH=work CIRCLE_PULL_REQUEST=https://github.com/o/r/pull/7", $"circleci - work {Head} #7"),
        new("CircleCI fork", $"CIRCLECI=true CIRCLE_SHA1={Head} CIRCLE_BRANCH=pull/7 CIRCLE_PULL_REQUEST=https://github.com/o/r/pull/7 CIRCLE_PR_NUMBER=7", $"circleci - pull/7 {Head} #7 fork ({Fork})"),
        new("CircleCI tag", $"CIRCLECI=true CIRCLE_SHA1={Head} CIRCLE_TAG=v1", $"circleci - - {Head} (v1 is a tag)"),

        new("Jenkins multibranch", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Head} BRANCH_NAME=work GIT_BRANCH=work GIT_URL=ssh://git@git.example:7999/o/r.git", $"jenkins git.example/o/r work {Head}"),
        new("Jenkins freestyle", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Head} GIT_BRANCH=origin/feature/x", $"jenkins - feature/x {Head}"),
        new("Jenkins pull request", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Merge} BRANCH_NAME=PR-7 CHANGE_ID=7 CHANGE_BRANCH=work", "jenkins - work {PR-7} #7"),
        new("Jenkins pull request that was not fetched", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Head} BRANCH_NAME=PR-8 CHANGE_ID=8 CHANGE_BRANCH=work", $"jenkins - work {Head} #8"),
        new("Jenkins pull request builder", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Merge} GIT_BRANCH=detached ghprbPullId=7 ghprbSourceBranch=work ghprbActualCommit={Head}", $"jenkins - work {Head} #7"),
        new("Jenkins fork", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Head} BRANCH_NAME=PR-8 CHANGE_ID=8 CHANGE_BRANCH=main CHANGE_FORK=someone", $"jenkins - main {Head} #8 fork ({Fork})"),
        new("Jenkins fork without a name", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Head} BRANCH_NAME=PR-8 CHANGE_ID=8 CHANGE_BRANCH=main CHANGE_TARGET=main", $"jenkins - main {Head} #8 fork ({Fork})"),
        new("Jenkins tag", $"JENKINS_URL=https://ci.example BUILD_ID=3 GIT_COMMIT={Head} BRANCH_NAME=v1 TAG_NAME=v1", $"jenkins - - {Head} (v1 is a tag)"),

        new("TeamCity with a mapped branch", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} Git_Branch=refs/heads/work", $"teamcity - work {Head}"),
        new("TeamCity default branch", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} TEAMCITY_BUILD_PROPERTIES_FILE={{teamcity.build.branch=<default>}}", $"teamcity git.example/o/r trunk {Head} default=trunk"),
        new("TeamCity branch", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} TEAMCITY_BUILD_PROPERTIES_FILE={{teamcity.build.branch=feature/x}}", $"teamcity git.example/o/r feature/x {Head} default=trunk"),
        new("TeamCity pull request", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} TEAMCITY_BUILD_PROPERTIES_FILE={{teamcity.pullRequest.number=7;teamcity.pullRequest.source.branch=work;teamcity.build.branch=pull/7}}", $"teamcity git.example/o/r work {Head} #7 default=trunk"),
        new("TeamCity pull request from a branch called as the default", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} TEAMCITY_BUILD_PROPERTIES_FILE={{teamcity.pullRequest.number=7;teamcity.pullRequest.source.branch=trunk;teamcity.build.branch=pull/7}}", $"teamcity git.example/o/r trunk {Head} #7 default=trunk ({MaybeFork.Replace("main", "trunk", StringComparison.Ordinal)})"),
        new("TeamCity pull request without its source", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} TEAMCITY_BUILD_PROPERTIES_FILE={{teamcity.build.branch=pull/7}}", $"teamcity git.example/o/r - {Head} #7 default=trunk (the source branch of this pull request is not known)"),
        new("TeamCity without its files", $"TEAMCITY_VERSION=2026.1 BUILD_VCS_NUMBER={Head} TEAMCITY_BUILD_PROPERTIES_FILE=/nowhere/at/all", $"teamcity - - {Head} (HEAD is detached, so the branch is not known)"),

        new("AppVeyor push", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Head} APPVEYOR_REPO_BRANCH=work APPVEYOR_REPO_NAME=o/r APPVEYOR_REPO_PROVIDER=gitHub", $"appveyor github.com/o/r work {Head}"),
        new("AppVeyor pull request", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Merge} APPVEYOR_REPO_BRANCH=main APPVEYOR_PULL_REQUEST_NUMBER=7 APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=work APPVEYOR_PULL_REQUEST_HEAD_COMMIT={Head} APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME=o/r APPVEYOR_REPO_NAME=o/r", $"appveyor - work {Head} #7"),
        new("AppVeyor fork", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Merge} APPVEYOR_REPO_BRANCH=main APPVEYOR_PULL_REQUEST_NUMBER=7 APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=main APPVEYOR_PULL_REQUEST_HEAD_COMMIT={Head} APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME=x/r APPVEYOR_REPO_NAME=o/r", $"appveyor - main {Head} #7 fork ({Fork})"),
        new("AppVeyor tag", $"APPVEYOR=True APPVEYOR_REPO_COMMIT={Head} APPVEYOR_REPO_BRANCH=v1 APPVEYOR_REPO_TAG=true APPVEYOR_REPO_TAG_NAME=v1", $"appveyor - - {Head} (v1 is a tag)"),

        new("Buildkite push", $"BUILDKITE=true BUILDKITE_COMMIT={Head} BUILDKITE_BRANCH=work BUILDKITE_PULL_REQUEST=false BUILDKITE_REPO=git@github.com:o/r.git BUILDKITE_PIPELINE_DEFAULT_BRANCH=main", $"buildkite github.com/o/r work {Head} default=main"),
        new("Buildkite by hand", "BUILDKITE=true BUILDKITE_COMMIT=HEAD BUILDKITE_BRANCH=work BUILDKITE_PULL_REQUEST=false", "buildkite - work {HEAD}"),
        new("Buildkite pull request", $"BUILDKITE=true BUILDKITE_COMMIT={Head} BUILDKITE_BRANCH=work BUILDKITE_PULL_REQUEST=7 BUILDKITE_PULL_REQUEST_REPO=git://github.com/o/r.git BUILDKITE_REPO=git@github.com:o/r.git", $"buildkite github.com/o/r work {Head} #7"),
        new("Buildkite fork", $"BUILDKITE=true BUILDKITE_COMMIT={Head} BUILDKITE_BRANCH=x:main BUILDKITE_PULL_REQUEST=7 BUILDKITE_PULL_REQUEST_REPO=git://github.com/x/r.git BUILDKITE_REPO=git@github.com:o/r.git", $"buildkite github.com/o/r x:main {Head} #7 fork ({Fork})"),
        new("Buildkite tag", $"BUILDKITE=true BUILDKITE_COMMIT={Head} BUILDKITE_BRANCH=v1 BUILDKITE_TAG=v1 BUILDKITE_PULL_REQUEST=false", $"buildkite - - {Head} (v1 is a tag)"),
        new("Buildkite merge queue of GitHub", $"BUILDKITE=true BUILDKITE_COMMIT={Head} BUILDKITE_BRANCH=gh-readonly-queue/main/pr-7-abc BUILDKITE_PULL_REQUEST=false", $"buildkite - gh-readonly-queue/main/pr-7-abc {Head} (this is a merge queue)"),

        new("Travis push", $"TRAVIS=true TRAVIS_COMMIT={Head} TRAVIS_BRANCH=work TRAVIS_PULL_REQUEST=false TRAVIS_REPO_SLUG=o/r", $"travis - work {Head}"),
        new("Travis pull request", $"TRAVIS=true TRAVIS_COMMIT={Merge} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST=7 TRAVIS_PULL_REQUEST_BRANCH=work TRAVIS_PULL_REQUEST_SHA={Head} TRAVIS_PULL_REQUEST_SLUG=o/r TRAVIS_REPO_SLUG=o/r", $"travis - work {Head} #7"),
        new("Travis fork", $"TRAVIS=true TRAVIS_COMMIT={Merge} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST=7 TRAVIS_PULL_REQUEST_BRANCH=main TRAVIS_PULL_REQUEST_SHA={Head} TRAVIS_PULL_REQUEST_SLUG=x/r TRAVIS_REPO_SLUG=o/r", $"travis - main {Head} #7 fork ({Fork})"),
        new("Travis tag", $"TRAVIS=true TRAVIS_COMMIT={Head} TRAVIS_BRANCH=v1 TRAVIS_TAG=v1 TRAVIS_PULL_REQUEST=false", $"travis - - {Head} (v1 is a tag)"),

        new("Drone push", $"DRONE=true DRONE_COMMIT_SHA={Head} DRONE_BRANCH=work DRONE_GIT_HTTP_URL=https://git.example/o/r.git DRONE_REPO_BRANCH=main", $"drone git.example/o/r work {Head} default=main"),
        new("Drone pull request", $"DRONE=true DRONE_COMMIT_SHA={Head} DRONE_BRANCH=main DRONE_PULL_REQUEST=7 DRONE_SOURCE_BRANCH=work DRONE_TARGET_BRANCH=main", $"drone - work {Head} #7"),
        new("Drone pull request from a main branch", $"DRONE=true DRONE_COMMIT_SHA={Head} DRONE_PULL_REQUEST=7 DRONE_SOURCE_BRANCH=main DRONE_TARGET_BRANCH=next DRONE_REPO_BRANCH=main", $"drone - main {Head} #7 default=main ({MaybeFork})"),
        new("Drone fork", $"DRONE=true DRONE_COMMIT_SHA={Head} DRONE_PULL_REQUEST=7 DRONE_SOURCE_BRANCH=main DRONE_TARGET_BRANCH=main", $"drone - main {Head} #7 fork ({Fork})"),
        new("Drone tag", $"DRONE=true DRONE_COMMIT_SHA={Head} DRONE_BRANCH=refs/tags/v1 DRONE_TAG=v1", $"drone - - {Head} (v1 is a tag)"),

        new("CodeBuild push", $"CODEBUILD_BUILD_ARN=arn CODEBUILD_RESOLVED_SOURCE_VERSION={Head} CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature/x CODEBUILD_SOURCE_REPO_URL=https://github.com/o/r.git", $"aws-codebuild github.com/o/r feature/x {Head}"),
        new("CodeBuild pull request", $"CODEBUILD_BUILD_ARN=arn CODEBUILD_RESOLVED_SOURCE_VERSION={Head} CODEBUILD_SOURCE_VERSION=pr/7 CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/work", $"aws-codebuild - work {Head} #7"),
        new("CodeBuild fork", $"CODEBUILD_BUILD_ARN=arn CODEBUILD_RESOLVED_SOURCE_VERSION={Head} CODEBUILD_SOURCE_VERSION=pr/7 CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main CODEBUILD_WEBHOOK_BASE_REF=refs/heads/main", $"aws-codebuild - main {Head} #7 fork ({Fork})"),
        new("CodeBuild tag", $"CODEBUILD_BUILD_ARN=arn CODEBUILD_RESOLVED_SOURCE_VERSION={Head} CODEBUILD_WEBHOOK_HEAD_REF=refs/tags/v1", $"aws-codebuild - - {Head} (v1 is a tag)"),
        new("CodeBuild by hand", $"CODEBUILD_BUILD_ARN=arn CODEBUILD_RESOLVED_SOURCE_VERSION={Head} CODEBUILD_SOURCE_VERSION=arn:aws:s3:::bucket/source.zip", $"aws-codebuild - - {Head} (HEAD is detached, so the branch is not known)"),

        new("Cloud Build push", $"BUILD_ID=b PROJECT_ID=p COMMIT_SHA={Head} BRANCH_NAME=work REPO_FULL_NAME=o/r", $"google-cloud-build - work {Head}"),
        new("Cloud Build pull request", $"BUILD_ID=b PROJECT_ID=p COMMIT_SHA={Head} BRANCH_NAME=work _PR_NUMBER=7 _HEAD_BRANCH=work _BASE_BRANCH=main", $"google-cloud-build - work {Head} #7"),
        new("Cloud Build fork", $"BUILD_ID=b PROJECT_ID=p COMMIT_SHA={Head} _PR_NUMBER=7 _HEAD_BRANCH=main _BASE_BRANCH=main", $"google-cloud-build - main {Head} #7 fork ({Fork})"),
        new("Cloud Build tag", $"BUILD_ID=b PROJECT_ID=p COMMIT_SHA={Head} TAG_NAME=v1", $"google-cloud-build - - {Head} (v1 is a tag)"),
        new("Cloud Build without substitutions", "BUILD_ID=b PROJECT_ID=p", "none - - {HEAD} (HEAD is detached, so the branch is not known)"),

        new("Any other", "CI=true", "ci - - {HEAD} (HEAD is detached, so the branch is not known)"),
        new("None", "CI=false", "none - - {HEAD} (HEAD is detached, so the branch is not known)"),
    ];
}
