using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SpecPush.LocalServer.Contents;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Pages;

/// <summary><c>GET /</c>: what a team pushed, as a page for browsers.</summary>
internal sealed class PageEndpoint(TeamContentsReader reader, TokenStore tokens)
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Real-IP"];

    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        if (await FindTeamAsync(context, cancellationToken) is not { } team)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"SpecPush: any user name, and a token as the password\", charset=\"UTF-8\"";
            return Results.Text("Reload the page and give a token as the password.", statusCode: StatusCodes.Status401Unauthorized);
        }

        var overview = OverviewReader.Read(await reader.ReadAsync(team, cancellationToken));
        return new RazorComponentResult<OverviewPage>(new { Overview = overview });
    }

    private async Task<long?> FindTeamAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (TokenOf(context.Request) is { } token)
        {
            return (await tokens.FindAsync(token, cancellationToken)).Holder?.TeamId;
        }

        return IsLocal(context) ? await reader.FindOnlyTeamAsync(cancellationToken) : null;
    }

    // The host name is checked, too, because another site can let its own name resolve to this machine (DNS rebinding), and a proxy on this
    // machine asks for others.
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && LoopbackNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !context.Request.Headers.Keys.Any(IsOfProxy);

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || ProxyHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    /// <summary>The password of HTTP basic authentication, for which browsers ask without a script.</summary>
    private static string? TokenOf(HttpRequest request)
    {
        const string Scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        var buffer = new byte[header.Length];
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(header[Scheme.Length..], buffer, out var length)
            ? Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2)[^1]
            : null;
    }
}
