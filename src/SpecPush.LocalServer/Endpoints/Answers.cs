using System.Text.Json;
using System.Text.Json.Nodes;
using SpecPush.LocalServer.Pushing;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>The API's bodies.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IResult Success(PushAnswer answer) => Results.Json(new { data = answer }, Json);

    public static IResult Contents(JsonNode contents) => Results.Json(contents);

    public static IResult Of(Refusal refusal)
    {
        var errors = new JsonObject { ["detail"] = refusal.Message };
        if (refusal.Name is { } name)
        {
            errors["status"] = name;
        }

        return Results.Json(new JsonObject { ["errors"] = errors }, statusCode: refusal.Status);
    }

    public static IResult Schema(SchemaErrors errors) => Results.Json(
        new { errors = errors.All.Select(static error => new { title = "Invalid value", detail = error.Detail, source = new { pointer = error.Pointer } }) },
        Json,
        statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult NotFound() => Results.Json(new JsonObject { ["errors"] = new JsonObject { ["detail"] = "Not Found" } }, statusCode: StatusCodes.Status404NotFound);
}
