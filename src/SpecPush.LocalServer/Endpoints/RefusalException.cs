namespace SpecPush.LocalServer.Endpoints;

/// <summary>The request is answered with an error, and nothing of it is stored.</summary>
internal sealed class RefusalException(int status, string detail, string? name = null) : Exception(detail)
{
    public int Status => status;

    /// <summary>The API's name for the status; null for those where it has none.</summary>
    public string? Name => name;

    public static RefusalException Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, detail);

    public static RefusalException BadRequest() => new(StatusCodes.Status400BadRequest, "Bad Request");

    public static RefusalException NotAcceptable() => new(StatusCodes.Status406NotAcceptable, "Not Acceptable");

    public static RefusalException UnsupportedMediaType() => new(StatusCodes.Status415UnsupportedMediaType, "Unsupported Media Type");

    public static RefusalException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "Request body too large", "REQUEST_ENTITY_TOO_LARGE");

    public static RefusalException TooMany() => new(StatusCodes.Status429TooManyRequests, "Rate limit exceeded", "TOO_MANY_REQUESTS");

    public static RefusalException MissingScope(string scope) => new(StatusCodes.Status403Forbidden, $"Token missing required scope: {scope}", "FORBIDDEN");

    public static RefusalException Unprocessable(string detail) => new(StatusCodes.Status422UnprocessableEntity, detail, "UNPROCESSABLE_ENTITY");
}
