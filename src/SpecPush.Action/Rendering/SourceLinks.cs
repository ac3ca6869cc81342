using System.Globalization;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Actions.Rendering;

/// <summary>Links to lines on the server that runs the workflow.</summary>
/// <param name="Repository">The repository's address; null if unknown.</param>
/// <param name="Commit">The commit to link to.</param>
internal sealed record SourceLinks(string? Repository, string? Commit)
{
    public static SourceLinks From(EnvironmentVariables environment, string? commit) => new(
        environment["GITHUB_REPOSITORY"] is { } repository ? $"{(environment["GITHUB_SERVER_URL"] ?? "https://github.com").TrimEnd('/')}/{Escape(repository)}" : null,
        commit);

    public string? To(SourceLocation place) => Repository is null || Commit is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Repository}/blob/{Commit}/{Escape(place.Path)}{(place.Line > 0 ? $"?plain=1#L{place.Line}" : "")}");

    public string? ToCommit => Repository is null || Commit is null ? null : $"{Repository}/commit/{Commit}";

    // Parentheses would end the address in Markdown; Uri.EscapeDataString escapes everything other than letters, digits and -._~.
    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
