using SpecPush.LocalServer.Description;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Pages;

namespace SpecPush.LocalServer;

/// <summary>Maps addresses to endpoints.</summary>
internal static class Routes
{
    public const string Push = "/api/v1/push";

    public static void Map(WebApplication server)
    {
        server.UseExceptionHandler(static handler => handler.Run(static context => Answers.Failed().ExecuteAsync(context)));
        PushDescription.Describe(server.MapPost(Push, HandlePushAsync));

        // For other media types, routing skips the described endpoint; this one refuses them with the API's answer.
        server.MapPost(Push, HandlePushAsync).WithOrder(1).ExcludeFromDescription();
        server.MapOpenApi("/api/v1/openapi.json");
        server.MapGet("/api/v1/contents", static (HttpContext context, ContentsEndpoint endpoint, CancellationToken cancellationToken) => endpoint.HandleAsync(context, cancellationToken))
            .ExcludeFromDescription();
        server.MapGet("/", static (HttpContext context, PageEndpoint endpoint, CancellationToken cancellationToken) => endpoint.HandleAsync(context, cancellationToken))
            .ExcludeFromDescription();
        server.MapGet("/style.css", static () => Results.Stream(typeof(Routes).Assembly.GetManifestResourceStream("style.css")!, "text/css; charset=utf-8"))
            .ExcludeFromDescription();
        server.MapFallback("{*path}", static () => Answers.NotFound());
    }

    // Routing ignores a trailing slash; the API does not.
    private static async Task<IResult> HandlePushAsync(HttpContext context, PushEndpoint endpoint, CancellationToken cancellationToken) =>
        context.Request.Path.Value is Push ? await endpoint.HandleAsync(context, cancellationToken) : Answers.NotFound();
}
