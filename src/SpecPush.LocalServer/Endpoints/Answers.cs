using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>The API's answers.</summary>
internal static class Answers
{
    public static IResult From(RefusalException refusal) =>
        Results.Json(new ErrorResponse(new ErrorDetail(refusal.Message, refusal.Name)), statusCode: refusal.Status);

    public static IResult Schema(SchemaErrors errors) => Results.Json(
        new SchemaErrorResponse([.. errors.All.Select(static error => new InvalidValue("Invalid value", error.Detail, new InvalidValueSource(error.Pointer)))]),
        statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult NotFound() => From(new RefusalException(StatusCodes.Status404NotFound, "Not Found"));

    public static IResult Failed() => From(new RefusalException(StatusCodes.Status500InternalServerError, "Internal Server Error"));

    /// <summary>The API's answer to a client that does not accept JSON.</summary>
    public static IResult Page(RefusalException refusal) => Results.Text(refusal.Message, "text/html", statusCode: refusal.Status);
}
