using System.Text.Json;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>Reads a body of limited size.</summary>
internal static class RequestBody
{
    public static async Task<JsonElement> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            throw RefusalException.TooLarge();
        }

        if (!MediaTypes.IsJson(request))
        {
            throw RefusalException.UnsupportedMediaType();
        }

        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer, 0, length);
            if (content.Length > limit)
            {
                throw RefusalException.TooLarge();
            }
        }

        try
        {
            // Observed: the API treats an empty body as an empty object.
            using var document = JsonDocument.Parse(content.Length == 0 ? "{}"u8.ToArray() : content.ToArray());
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw RefusalException.BadRequest();
        }
    }
}
