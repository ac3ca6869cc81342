using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Endpoints;

/// <summary>Finds the holder of a request's token.</summary>
internal static class Authentication
{
    public static async Task<TokenHolder> FindHolderAsync(HttpRequest request, TokenStore tokens, CancellationToken cancellationToken)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            throw RefusalException.Unauthorized("Authorization header required");
        }

        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw RefusalException.Unauthorized("Authorization header must use Bearer scheme");
        }

        var (holder, refusal) = await tokens.FindAsync(header[Scheme.Length..].Trim(), cancellationToken);
        return holder ?? throw RefusalException.Unauthorized(refusal!);
    }
}
