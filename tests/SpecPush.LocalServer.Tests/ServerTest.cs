using System.Text.Json;

namespace SpecPush.LocalServer.Tests;

/// <summary>Tests with their own server in memory.</summary>
public abstract class ServerTest : IDisposable
{
    private readonly Lazy<HostedServer> _server = new(static () => new());

    /// <summary>A server of all tests, for what it refuses.</summary>
    private protected static PushServer RefusingServer => SharedServer.Refusing.Value;

    private protected PushServer Server => _server.Value;

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            Server.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The data in the answer to an accepted push.</summary>
    private protected async Task<JsonElement> TakenAsync(string request)
    {
        var (status, body) = await Server.PushAsync(request);
        Assert.AreEqual(200, status, body.ToString());
        return body.GetProperty("data");
    }

    /// <summary>The implementation that a push affects.</summary>
    private protected async Task<string?> NameAsync(string request) => (await TakenAsync(request)).GetProperty("implementation_name").GetString();

    private protected async Task RefusedAsync(string request, string detail)
    {
        var (status, body) = await Server.PushAsync(request);
        Assert.AreEqual((422, detail, "UNPROCESSABLE_ENTITY"), (status, body.Detail(), body.GetProperty("errors").GetProperty("status").GetString()));
    }

    /// <summary>The last error, which is the one for people.</summary>
    private protected static async Task RefusedShapeAsync(string request, string pointer, string detail)
    {
        var (status, body) = await RefusingServer.PushAsync(request);
        Assert.AreEqual(422, status);
        var last = body.GetProperty("errors").EnumerateArray().Last();
        Assert.AreEqual(("Invalid value", detail, pointer), (last.GetProperty("title").GetString(), last.GetProperty("detail").GetString(), last.GetProperty("source").GetProperty("pointer").GetString()));
    }

    private protected async Task<JsonElement> BranchAsync(string branch = "main") =>
        (await Server.ContentsAsync()).GetProperty("branches").EnumerateArray().Single(candidate => candidate.GetProperty("branch_name").GetString() == branch);

    /// <summary>The references of the only branch, tests with a star.</summary>
    private protected async Task<string> ReferencesAsync() => string.Join(' ', (await BranchAsync()).GetProperty("references").EnumerateObject()
        .Select(static list => $"{list.Name}={string.Join(',', list.Value.EnumerateArray().Select(static place => place.GetProperty("path").GetString() + (place.GetProperty("is_test").GetBoolean() ? "*" : "")))}"));
}
