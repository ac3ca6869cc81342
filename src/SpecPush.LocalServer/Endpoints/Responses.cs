using System.Text.Json.Serialization;
using SpecPush.LocalServer.Pushing;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>A successful push.</summary>
internal sealed record PushResponse(PushAnswer Data);

/// <summary>A refused request.</summary>
internal sealed record ErrorResponse(ErrorDetail Errors);

/// <summary>Why the request was refused; 400, 401, 404 and 500 omit the status.</summary>
internal sealed record ErrorDetail(string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status = null);

/// <summary>A request that does not match the schema; the outer failures come first.</summary>
internal sealed record SchemaErrorResponse(IReadOnlyList<InvalidValue> Errors);

internal sealed record InvalidValue(string Title, string Detail, InvalidValueSource Source);

internal sealed record InvalidValueSource(string Pointer);
