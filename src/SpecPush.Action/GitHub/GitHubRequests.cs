using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SpecPush.Actions.GitHub;

/// <summary>Sends requests to GitHub's REST API and reads the answers.</summary>
internal sealed partial class GitHubRequests(Uri api, string token)
{
    private const int MaxRedirects = 3;

    // A redirect is followed here: the handler would drop the token, and change the method of some.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        // A step must not wait for long for what it can do without.
        Timeout = TimeSpan.FromSeconds(15),
        MaxResponseContentBufferSize = 32 << 20,
    };

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, new Uri(api, path), null, cancellationToken);
        return await ReadAsync(response, type);
    }

    public async Task<T> SendAsync<TBody, T>(HttpMethod method, string path, (TBody Value, JsonTypeInfo<TBody> Type) body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, new Uri(api, path), () => JsonContent.Create(body.Value, body.Type), cancellationToken);
        return await ReadAsync(response, type);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, new Uri(api, path), null, cancellationToken);
    }

    /// <summary>All pages of a list.</summary>
    public async Task<T[]> GetAllAsync<TPage, T>(string path, JsonTypeInfo<TPage> type, Func<TPage, T[]> items, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        for (var next = new Uri(api, path); next is not null;)
        {
            using var response = await SendAsync(HttpMethod.Get, next, null, cancellationToken);
            all.AddRange(items(await ReadAsync(response, type)));
            next = FindNextPage(response);
        }

        return [.. all];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, Func<HttpContent>? content, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = Create(method, address, content);
            var response = await SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                if (redirects == MaxRedirects || !IsRedirect(response.StatusCode) || !Uri.TryCreate(address, response.Headers.Location, out var next))
                {
                    throw await GitHubException.FromAsync(response);
                }

                address = next;
            }
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await Http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw GitHubException.NotReached(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw GitHubException.TooSlow(exception);
        }
    }

    private HttpRequestMessage Create(HttpMethod method, Uri address, Func<HttpContent>? content)
    {
        // Whatever an answer names as the next address: the token is for one server.
        if (address.GetLeftPart(UriPartial.Authority) != api.GetLeftPart(UriPartial.Authority))
        {
            throw GitHubException.AnotherServer();
        }

        var request = new HttpRequestMessage(method, address) { Content = content?.Invoke() };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("specpush", null));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        return request;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsStreamAsync(), type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw GitHubException.Unreadable(exception);
        }
    }

    // docs.github.com, "Best practices for using the REST API": these three, each with the method of the first request.
    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect;

    // docs.github.com, "Using pagination in the REST API": the header Link names the next page, if there is one.
    private Uri? FindNextPage(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && NextPage.Match(string.Join(',', links)) is { Success: true } link
            && Uri.TryCreate(api, link.Groups["address"].Value, out var next) ? next : null;

    [GeneratedRegex("""<(?<address>[^<>]+)>;\s*rel="next"(,|$|;|\s)""")]
    private static partial Regex NextPage { get; }
}
