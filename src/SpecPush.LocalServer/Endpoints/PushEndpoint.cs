using System.Text.Json;
using SpecPush.LocalServer.Pushing;
using SpecPush.LocalServer.Tokens;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Endpoints;

/// <summary><c>POST /api/v1/push</c>, with its checks in the API's order.</summary>
internal sealed partial class PushEndpoint(TokenStore tokens, PushStore pushes, RateLimiter limiter, Limits limits, ILogger<PushEndpoint> logger)
{
    private readonly SchemaLimits _schema = new(limits);

    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var acceptsJson = MediaTypes.AcceptsJson(context.Request);
        try
        {
            var body = await RequestBody.ReadAsync(context.Request, limits.Body, cancellationToken);
            if (!acceptsJson)
            {
                throw RefusalException.NotAcceptable();
            }

            var holder = await Authentication.FindHolderAsync(context.Request, tokens, cancellationToken);
            var errors = new SchemaErrors();
            var push = Read(body, errors);
            if (errors.Any)
            {
                LogRejected(StatusCodes.Status422UnprocessableEntity, "SCHEMA");
                return Answers.Schema(errors);
            }

            if (limiter.Count(holder.TokenId) is { } wait)
            {
                context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
                throw RefusalException.TooMany();
            }

            PushRules.CheckScopes(push, holder);
            PushRules.Check(push, limits);
            return Results.Ok(new PushResponse(await pushes.StoreAsync(push, holder, cancellationToken)));
        }
        catch (RefusalException refusal)
        {
            LogRejected(refusal.Status, refusal.Name ?? "");
            return acceptsJson ? Answers.From(refusal) : Answers.Page(refusal);
        }
    }

    private Push Read(JsonElement body, SchemaErrors errors)
    {
        try
        {
            return PushReader.Read(body, _schema, errors);
        }
        catch (InvalidOperationException)
        {
            // Invalid Unicode, such as a lone surrogate, is noticed only when the text is read.
            throw RefusalException.BadRequest();
        }
    }

    // Never logs the token or the payload, which a detail or a pointer may quote.
    [LoggerMessage(LogLevel.Information, "Rejected a push with {Status} {Reason}")]
    private partial void LogRejected(int status, string reason);
}
