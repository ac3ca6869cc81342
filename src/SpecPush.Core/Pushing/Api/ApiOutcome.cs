using System.Net;
using System.Net.Http.Headers;

namespace SpecPush.Pushing.Api;

/// <summary>How one request ended.</summary>
internal abstract record ApiOutcome
{
    private ApiOutcome()
    {
    }

    public sealed record Success(PushResponseData Data) : ApiOutcome;

    /// <summary>The server answered with anything but success.</summary>
    public sealed record Refused(HttpStatusCode Status, ApiError Error, string? Location, RetryConditionHeaderValue? RetryAfter) : ApiOutcome
    {
        /// <summary>Whether less in one request may be accepted: the parts, or all but the one spec whose text is too long.</summary>
        public bool IsAboutSize => Status == HttpStatusCode.RequestEntityTooLarge
            || (Status == HttpStatusCode.UnprocessableEntity && Error.Detail is { } detail
                && (detail.Contains("too many", StringComparison.OrdinalIgnoreCase)
                    || detail.Contains("exceeded", StringComparison.OrdinalIgnoreCase)
                    || detail.Contains("is larger than max", StringComparison.OrdinalIgnoreCase)
                    || (detail.Contains("exceeds the configured maximum length", StringComparison.OrdinalIgnoreCase) && !detail.Contains("repo_uri", StringComparison.Ordinal))));
    }

    /// <summary>A success status with a body that is not the documented one: something else answers at this address.</summary>
    public sealed record Unreadable(HttpStatusCode Status, string? MediaType) : ApiOutcome;

    /// <summary>No answer came.</summary>
    public sealed record Unreachable(string Reason) : ApiOutcome;

    /// <summary>The time for everything that is sent is used up.</summary>
    /// <param name="Budget">That time.</param>
    /// <param name="Left">What was left of it for this request; zero when the request was not even sent.</param>
    public sealed record OutOfTime(TimeSpan Budget, TimeSpan Left) : ApiOutcome;
}
