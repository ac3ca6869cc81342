using System.Text.Json.Serialization;
using SpecPush.LocalServer.Pushing;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>A successful push.</summary>
internal sealed record PushResponse(PushAnswer Data);

/// <summary>A request that was refused.</summary>
internal sealed record ErrorResponse(ErrorDetail Errors);

/// <summary>Why; the status is left out of a 400, a 401, a 404 and a 500.</summary>
internal sealed record ErrorDetail(string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status = null);

/// <summary>A request of another shape: the outer failures first.</summary>
internal sealed record SchemaErrorResponse(IReadOnlyList<InvalidValue> Errors);

internal sealed record InvalidValue(string Title, string Detail, InvalidValueSource Source);

internal sealed record InvalidValueSource(string Pointer);
