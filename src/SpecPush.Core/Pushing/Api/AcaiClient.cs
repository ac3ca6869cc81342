using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.Sockets;
using SpecPush.Findings;

namespace SpecPush.Pushing.Api;

/// <summary>A typed client for the API's push endpoint.</summary>
internal sealed class AcaiClient(HttpClient http)
{
    // The API's answers have a few hundred bytes; anything larger comes from something else.
    private const int MaxAnswer = 1024 * 1024;

    private const int MaxAddress = 200;

    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="IOException">The connection broke during the answer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<ApiOutcome> PushAsync(ReadOnlyMemory<byte> body, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "push");
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));

        using var response = await SendAsync(request, cancellationToken);
        var answer = await ReadAsync(response.Content, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var redaction = new Redaction(token);
            var location = response.Headers.Location is { } address ? OneLine.From(redaction.Apply(address.OriginalString), MaxAddress) : null;
            return new ApiOutcome.Refused(response.StatusCode, ApiError.Parse(answer, redaction), location, response.Headers.RetryAfter);
        }

        return PushAnswer.Parse(answer) is { } data
            ? new ApiOutcome.Success(data)
            : new ApiOutcome.Unreadable(response.StatusCode, response.Content.Headers.ContentType?.MediaType);
    }

    // If a connection is reset while it is set up, HttpClient throws the socket's exception instead of the documented one.
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, exception.Message, exception);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..length];
    }
}
