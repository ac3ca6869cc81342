using System.Net;

namespace SpecPush.Actions.GitHub;

/// <summary>GitHub refused a request.</summary>
/// <param name="status">What it answered.</param>
/// <param name="isRateLimit">Whether it takes no more requests for now.</param>
internal sealed class GitHubException(HttpStatusCode status, bool isRateLimit) : Exception($"GitHub answered {(int)status}.")
{
    public HttpStatusCode Status => status;

    public bool IsRateLimit => isRateLimit;
}
