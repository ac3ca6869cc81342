namespace SpecPush.Actions.GitHub;

/// <summary>Shows something as one comment on a pull request, however often the step runs.</summary>
/// <param name="github">The repository.</param>
/// <param name="marker">What the comment begins with, and no other of the same pull request.</param>
internal sealed class CommentPublisher(GitHubClient github, string marker)
{
    /// <summary>Null, or why it could not be done, as the end of a sentence.</summary>
    /// <param name="pullRequest">Its number.</param>
    /// <param name="text">What the comment shows.</param>
    /// <param name="createsComment">Whether a comment is made where there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<string?> PublishAsync(int pullRequest, string text, bool createsComment, CancellationToken cancellationToken) =>
        GitHubAttempts.TryAsync(time => PublishOnceAsync(pullRequest, $"{marker}\n{text}", createsComment, time), cancellationToken);

    private async Task PublishOnceAsync(int pullRequest, string body, bool createsComment, CancellationToken cancellationToken)
    {
        var existing = await FindAsync(pullRequest, cancellationToken);
        if (existing is null && createsComment)
        {
            var created = await github.CreateCommentAsync(pullRequest, body, cancellationToken);
            await RemoveDuplicateAsync(pullRequest, created, body, cancellationToken);
        }
        else if (existing is not null && existing.Body?.ReplaceLineEndings("\n").TrimEnd() != body.TrimEnd())
        {
            await github.UpdateCommentAsync(existing.Id, body, cancellationToken);
        }
    }

    // Another job may have made its comment in the same moment; the first one stays, whoever looks.
    private async Task RemoveDuplicateAsync(int pullRequest, IssueComment created, string body, CancellationToken cancellationToken)
    {
        if (await FindAsync(pullRequest, cancellationToken) is { } first && first.Id != created.Id)
        {
            await github.DeleteCommentAsync(created.Id, cancellationToken);
            await github.UpdateCommentAsync(first.Id, body, cancellationToken);
        }
    }

    private async Task<IssueComment?> FindAsync(int pullRequest, CancellationToken cancellationToken)
    {
        var all = await github.FindCommentsAsync(pullRequest, cancellationToken);
        var marked = all.Where(comment => comment.Body?.StartsWith(marker, StringComparison.Ordinal) == true).ToArray();
        return marked.FirstOrDefault(static comment => comment.User?.Type == "Bot")
            ?? (marked.Length > 0 && await FindOwnNameAsync(cancellationToken) is { } name ? marked.FirstOrDefault(comment => comment.User?.Login == name) : null);
    }

    // Anybody may write a comment that begins with the marker, and could change it later. A workflow's own token is a bot's and may not ask who it is.
    private async Task<string?> FindOwnNameAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await github.FindUserAsync(cancellationToken)).Login;
        }
        catch (GitHubException exception) when (exception.IsForbidden)
        {
            return null;
        }
    }
}
