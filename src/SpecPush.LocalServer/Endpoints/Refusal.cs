namespace SpecPush.LocalServer.Endpoints;

/// <summary>A request that is answered with an error; nothing of it remains.</summary>
internal sealed class Refusal(int status, string detail, string? name = null) : Exception(detail)
{
    public int Status => status;

    /// <summary>What the API calls the status; it leaves that out of some.</summary>
    public string? Name => name;

    public static Refusal Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, detail);

    public static Refusal BadRequest() => new(StatusCodes.Status400BadRequest, "Bad Request");

    public static Refusal NotAcceptable() => new(StatusCodes.Status406NotAcceptable, "Not Acceptable");

    public static Refusal UnsupportedMediaType() => new(StatusCodes.Status415UnsupportedMediaType, "Unsupported Media Type");

    public static Refusal TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "Request body too large", "REQUEST_ENTITY_TOO_LARGE");

    public static Refusal TooMany() => new(StatusCodes.Status429TooManyRequests, "Rate limit exceeded", "TOO_MANY_REQUESTS");

    public static Refusal MissingScope(string scope) => new(StatusCodes.Status403Forbidden, $"Token missing required scope: {scope}", "FORBIDDEN");

    public static Refusal Unprocessable(string detail) => new(StatusCodes.Status422UnprocessableEntity, detail, "UNPROCESSABLE_ENTITY");
}
