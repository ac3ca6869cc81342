namespace SpecPush.Checkout;

/// <summary>The commits at which a shallow clone ends: it does not have their parents, and every file of theirs looks as if it had been added there.</summary>
internal static class ShallowBoundary
{
    /// <summary>Empty for a whole clone.</summary>
    public static async Task<HashSet<string>> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-parse", "--git-path", "shallow"], cancellationToken);
        var file = Path.GetFullPath(answer.Text, git.Root);
        return File.Exists(file) ? [.. await File.ReadAllLinesAsync(file, cancellationToken)] : [];
    }
}
