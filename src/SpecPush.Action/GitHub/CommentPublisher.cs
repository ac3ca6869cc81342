namespace SpecPush.Actions.GitHub;

/// <summary>Shows something as one comment on a pull request, however often the step runs.</summary>
/// <param name="github">The repository.</param>
/// <param name="marker">What the comment begins with, and no other of the same pull request.</param>
internal sealed class CommentPublisher(GitHubConnection github, string marker)
{
    /// <summary>Null, or why it could not be done, as the end of a sentence.</summary>
    /// <param name="pullRequest">Its number.</param>
    /// <param name="text">What the comment shows.</param>
    /// <param name="createsComment">Whether a comment is made where there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<string?> PublishAsync(int pullRequest, string text, bool createsComment, CancellationToken cancellationToken) =>
        GitHubAttempts.TryAsync(() => PublishOnceAsync(pullRequest, $"{marker}\n{text}", createsComment), cancellationToken);

    private async Task PublishOnceAsync(int pullRequest, string body, bool createsComment)
    {
        var existing = await FindAsync(pullRequest);
        if (existing is null && createsComment)
        {
            var created = await github.Client.CreateCommentAsync(pullRequest, body);
            await RemoveDuplicateAsync(pullRequest, created, body);
        }
        else if (existing is not null && existing.Body?.ReplaceLineEndings("\n").TrimEnd() != body.TrimEnd())
        {
            await github.Client.UpdateCommentAsync(existing.Id, body);
        }
    }

    // Another job may have made its comment in the same moment; the first one stays, whoever looks.
    private async Task RemoveDuplicateAsync(int pullRequest, IssueComment created, string body)
    {
        if (await FindAsync(pullRequest) is { } first && first.Id != created.Id)
        {
            await github.Client.DeleteCommentAsync(created.Id);
            await github.Client.UpdateCommentAsync(first.Id, body);
        }
    }

    private async Task<IssueComment?> FindAsync(int pullRequest)
    {
        var all = await github.Client.FindCommentsAsync(pullRequest);
        var marked = all.Where(comment => comment.Body?.StartsWith(marker, StringComparison.Ordinal) == true).ToArray();
        return marked.FirstOrDefault(static comment => comment.User?.Type == "Bot")
            ?? (marked.Length > 0 && await FindOwnNameAsync() is { } name ? marked.FirstOrDefault(comment => comment.User?.Login == name) : null);
    }

    // Anybody may write a comment that begins with the marker, and could change it later. A workflow's own token is a bot's and may not ask who it is.
    private async Task<string?> FindOwnNameAsync()
    {
        try
        {
            return (await github.Client.FindUserAsync()).Login;
        }
        catch (GitHubException)
        {
            return null;
        }
    }
}
