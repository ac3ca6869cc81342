using System.Net;
using System.Net.Http.Headers;

namespace SpecPush.Pushing.Api;

/// <summary>The outcome of a request.</summary>
internal abstract record ApiOutcome
{
    private ApiOutcome()
    {
    }

    public sealed record Success(PushAnswer Data) : ApiOutcome;

    /// <summary>The server answered with a status other than success.</summary>
    public sealed record Refused(HttpStatusCode Status, ApiError Error, string? Location, RetryConditionHeaderValue? RetryAfter) : ApiOutcome
    {
        /// <summary>Whether the server may accept a part of the request, because the request or the text of one spec is too large.</summary>
        public bool IsAboutSize => Status == HttpStatusCode.RequestEntityTooLarge
            || (Status == HttpStatusCode.UnprocessableEntity && Error.Detail is { } detail
                && (detail.Contains("too many", StringComparison.OrdinalIgnoreCase)
                    || detail.Contains("exceeded", StringComparison.OrdinalIgnoreCase)
                    || detail.Contains("is larger than max", StringComparison.OrdinalIgnoreCase)
                    || (detail.Contains("exceeds the configured maximum length", StringComparison.OrdinalIgnoreCase) && !detail.Contains("repo_uri", StringComparison.Ordinal))));
    }

    /// <summary>A success status with an undocumented body, so something other than the API answers at this address.</summary>
    public sealed record Unreadable(HttpStatusCode Status, string? MediaType) : ApiOutcome;

    /// <summary>The proxy asks for credentials, and got none or the wrong ones.</summary>
    /// <param name="Proxy">Its host and port.</param>
    public sealed record ProxyDenied(string Proxy) : ApiOutcome;

    /// <summary>There was no answer.</summary>
    /// <param name="Reason">The end of a sentence.</param>
    /// <param name="Proxy">Host and port of the proxy that was used; null for none.</param>
    public sealed record Unreachable(string Reason, string? Proxy) : ApiOutcome;

    /// <summary>The time budget is used up.</summary>
    /// <param name="Budget">The whole budget.</param>
    /// <param name="Left">What was left of it for this request; zero if the request was not sent.</param>
    public sealed record OutOfTime(TimeSpan Budget, TimeSpan Left) : ApiOutcome;
}
