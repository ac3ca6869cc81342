using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>The media types that a client sends and accepts.</summary>
internal static class MediaTypes
{
    private static readonly MediaTypeHeaderValue Json = new(MediaTypeNames.Application.Json);

    public static bool AcceptsJson(HttpRequest request) => request.GetTypedHeaders().Accept is not { Count: > 0 } accepted || accepted.Any(Json.IsSubsetOf);

    public static bool IsJson(HttpRequest request) => request.GetTypedHeaders().ContentType is { } type && type.MediaType.Equals(Json.MediaType, StringComparison.OrdinalIgnoreCase);
}
