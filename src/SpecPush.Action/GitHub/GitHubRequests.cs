using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SpecPush.Actions.GitHub;

/// <summary>Sends requests to GitHub's REST API, and reads the answers.</summary>
internal sealed partial class GitHubRequests(Uri api, string token)
{
    private const int MaxRedirects = 3;

    // A step must not wait for long for what it can do without.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    // A redirect is followed here, because the handler would follow it without the token.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type) => (await SendAsync(HttpMethod.Get, new Uri(api, path), null, type)).Value;

    public async Task<T> SendAsync<TBody, T>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type) =>
        (await SendAsync(method, new Uri(api, path), () => JsonContent.Create(body, bodyType), type)).Value;

    public Task DeleteAsync(string path) => SendAsync<object>(HttpMethod.Delete, new Uri(api, path), null, null);

    /// <summary>All pages of a list. GitHub names the next one in the header Link.</summary>
    public async Task<T[]> GetAllAsync<TPage, T>(string path, JsonTypeInfo<TPage> type, Func<TPage, T[]> items)
    {
        var all = new List<T>();
        for (var next = new Uri(api, path); next is not null;)
        {
            var (page, headers) = await SendAsync(HttpMethod.Get, next, null, type);
            all.AddRange(items(page));
            next = headers.TryGetValues("Link", out var links) && NextPage.Match(string.Join(',', links)) is { Success: true } link
                ? new Uri(api, link.Groups["address"].Value)
                : null;
        }

        return [.. all];
    }

    private async Task<(T Value, HttpResponseHeaders Headers)> SendAsync<T>(HttpMethod method, Uri address, Func<HttpContent>? content, JsonTypeInfo<T>? type)
    {
        using var time = new CancellationTokenSource(RequestTimeout);
        for (var redirects = 0; ; redirects++)
        {
            using var request = Create(method, address, content);
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            if (redirects < MaxRedirects && IsRedirect(response.StatusCode) && response.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                continue;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new GitHubException(response.StatusCode, response.StatusCode == HttpStatusCode.Forbidden && await IsRateLimitAsync(response, time.Token));
            }

            var value = type is null ? default : await response.Content.ReadFromJsonAsync(type, time.Token);
            return (type is null || value is not null ? value! : throw new JsonException("The answer is null."), response.Headers);
        }
    }

    private HttpRequestMessage Create(HttpMethod method, Uri address, Func<HttpContent>? content)
    {
        // Whatever an answer names as the next address: the token is for one server.
        if (address.GetLeftPart(UriPartial.Authority) != api.GetLeftPart(UriPartial.Authority))
        {
            throw new HttpRequestException("GitHub named an address of another server.");
        }

        var request = new HttpRequestMessage(method, address) { Content = content?.Invoke() };
        request.Headers.Authorization = new AuthenticationHeaderValue("Token", token);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("specpush", null));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        return request;
    }

    // docs.github.com, REST, "Redirects": these three, each with the method of the first request.
    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect;

    // docs.github.com, "Rate limits for the REST API": the headers say so, or the message where they do not.
    private static async Task<bool> IsRateLimitAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Headers.RetryAfter is not null || (response.Headers.TryGetValues("X-RateLimit-Remaining", out var remaining) && remaining.Contains("0")))
        {
            return true;
        }

        var message = await response.Content.ReadAsStringAsync(cancellationToken);
        return RateLimitMessage.IsMatch(message);
    }

    [GeneratedRegex("""<(?<address>[^<>]+)>;\s*rel="next"(,|$|;|\s)""")]
    private static partial Regex NextPage { get; }

    [GeneratedRegex("rate limit|abuse detection", RegexOptions.IgnoreCase)]
    private static partial Regex RateLimitMessage { get; }
}
