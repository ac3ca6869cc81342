namespace SpecPush.LocalServer.Tests;

/// <summary>Ends the server that tests share, and shows that none of them has left anything in it.</summary>
[TestClass]
public static class SharedServer
{
    internal static Lazy<HostedServer> Refusing { get; } = new(static () => new());

    [AssemblyCleanup]
    public static async Task EndAsync()
    {
        if (Refusing.IsValueCreated)
        {
            using var server = Refusing.Value;
            Assert.AreEqual("""{"implementations":[],"branches":[]}""", (await server.ContentsAsync()).GetRawText());
        }
    }
}
