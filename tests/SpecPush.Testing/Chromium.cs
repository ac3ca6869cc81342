using System.Net;
using System.Text.RegularExpressions;

namespace SpecPush.Testing;

/// <summary>A headless browser, if the machine has one.</summary>
internal static partial class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Whether the page needs no horizontal scrolling in a frame of this width, in pixels.</summary>
    public static async Task<bool> FitsAsync(string page, int width) =>
        (await OpenAsync(page, width, ["return page.documentElement.scrollWidth <= page.documentElement.clientWidth;"])).Single() == "true";

    /// <summary>Opens the page in a frame for each function, with one start of the browser, and returns what the functions return.</summary>
    /// <param name="page">HTML.</param>
    /// <param name="width">The width of the frames, in pixels.</param>
    /// <param name="functions">The bodies of functions in JavaScript. <c>page</c> is the document of their own frame; what throws returns nothing.</param>
    public static async Task<string[]> OpenAsync(string page, int width, IEnumerable<string> functions)
    {
        using var folder = new TemporaryFolder();
        var frames = functions.Select(function => $$"""
            <iframe width="{{width}}" height="700" frameborder="0" data-result="" srcdoc="{{WebUtility.HtmlEncode(page)}}"
              onload="{{WebUtility.HtmlEncode($"this.dataset.result = (page => {{ {function} }})(this.contentDocument)")}}"></iframe>
            """);
        var dom = await OpenAsync(folder.Write("frames.html", $"<meta charset=\"utf-8\">{string.Concat(frames)}"));
        return [.. Result.Matches(dom).Select(static match => match.Groups["result"].Value)];
    }

    /// <summary>The page after its scripts have run.</summary>
    private static async Task<string> OpenAsync(string path)
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

    [GeneratedRegex("data-result=\"(?<result>[^\"]*)\"")]
    private static partial Regex Result { get; }
}
