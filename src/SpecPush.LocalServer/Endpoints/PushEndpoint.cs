using SpecPush.LocalServer.Pushing;
using SpecPush.LocalServer.Tokens;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Endpoints;

/// <summary><c>POST /api/v1/push</c>, with its checks in the API's order.</summary>
internal sealed partial class PushEndpoint(TokenStore tokens, PushStore pushes, RateLimiter limiter, Limits limits, ILogger<PushEndpoint> logger)
{
    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            RequestBody.CheckLength(context.Request, limits.Body);
            var body = await RequestBody.ReadAsync(context.Request, limits.Body, cancellationToken);
            var holder = await Authentication.FindHolderAsync(context.Request, tokens, cancellationToken);
            var errors = new SchemaErrors();
            var push = PushReader.Read(body, errors);
            if (errors.Any)
            {
                LogRejected(StatusCodes.Status422UnprocessableEntity, errors.All[^1].Pointer);
                return Answers.Schema(errors);
            }

            if (limiter.Count(holder.TokenId) is { } wait)
            {
                context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
                throw Refusal.TooMany();
            }

            PushRules.CheckScopes(push, holder);
            PushRules.Check(push, limits);
            return Answers.Success(await pushes.StoreAsync(push, holder, cancellationToken));
        }
        catch (Refusal refusal)
        {
            LogRejected(refusal.Status, refusal.Name ?? "");
            return Answers.Of(refusal);
        }
    }

    // Neither the token nor anything of the payload, which a detail may quote.
    [LoggerMessage(LogLevel.Information, "Rejected a push with {Status} {Reason}")]
    private partial void LogRejected(int status, string reason);
}
