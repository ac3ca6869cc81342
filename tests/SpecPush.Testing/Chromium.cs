namespace SpecPush.Testing;

/// <summary>A headless browser, if the machine has one.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The page after its scripts have run.</summary>
    public static async Task<string> OpenAsync(string path)
    {
        var browser = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(static folder => Names, Path.Combine).FirstOrDefault(File.Exists);
        if (browser is null)
        {
            Assert.Inconclusive("No Chromium is on the PATH, so the page was not opened.");
        }

        // The sandbox needs permissions that it does not have in containers and as root. The page is our own.
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom", new Uri(path).AbsoluteUri];
        return (await Command.RunAsync(Path.GetTempPath(), browser!, arguments)).StandardOutput;
    }
}
