using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SpecPush.Testing;

/// <summary>The local server on a free port, and a client of it.</summary>
internal abstract class PushServer : IDisposable
{
    /// <summary>A token that does not appear in any text by chance.</summary>
    public const string KnownToken = "acai_canary_7f3b9d21c8e04a56";

    /// <summary>The token that it was given, or that it printed.</summary>
    public string? Token { get; private set; }

    public HttpClient Http { get; } = new();

    public string ApiUrl => $"{Http.BaseAddress}api/v1";

    public void Use(string? token) => Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public async Task<(int Status, JsonElement Body)> PushAsync(string body)
    {
        using var response = await SendAsync(body);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<HttpResponseMessage> SendAsync(string body, string mediaType = "application/json", string path = "api/v1/push", string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Http.SendAsync(request);
    }

    public async Task<JsonElement> ContentsAsync() =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri("api/v1/contents", UriKind.Relative))).RootElement;

    public void Dispose()
    {
        Http.Dispose();
        End();
    }

    /// <summary>To be called once, when the server has started.</summary>
    protected void Connect(string address, string? token)
    {
        Http.BaseAddress = new Uri(address);
        Token = token;
        Use(token);
    }

    protected abstract void End();
}
