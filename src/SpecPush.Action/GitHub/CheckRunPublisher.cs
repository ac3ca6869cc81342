namespace SpecPush.Actions.GitHub;

/// <summary>Shows findings as a check run: one for each step, head commit and job, however often it is run.</summary>
internal sealed class CheckRunPublisher(GitHubClient github)
{
    // docs.github.com, REST, check runs: at most 50 annotations a request; those of later requests are added to the earlier ones.
    private const int AnnotationsInARequest = 50;
    private const string Completed = "completed";

    /// <summary>Null, or why it could not be done, as the end of a sentence.</summary>
    public Task<string?> PublishAsync(CheckRunContent content, CancellationToken cancellationToken) =>
        GitHubAttempts.TryAsync(time => PublishOnceAsync(content, time), cancellationToken);

    // After a failure it begins anew: what GitHub took in spite of it is found again, and its annotations are not repeated.
    private async Task PublishOnceAsync(CheckRunContent content, CancellationToken cancellationToken)
    {
        var existing = await FindAsync(content, cancellationToken);
        var annotations = content.Annotations;
        if (existing is not null)
        {
            var known = await github.FindAnnotationsAsync(existing.Id, cancellationToken);
            var keys = known.Select(CheckRunAnnotations.Key).ToHashSet(StringComparer.Ordinal);
            annotations = [.. annotations.Where(annotation => !keys.Contains(CheckRunAnnotations.Key(annotation)))];
        }

        var batches = new Queue<CheckRunAnnotation[]>(annotations.Chunk(AnnotationsInARequest).DefaultIfEmpty([]));
        var id = existing?.Id ?? await CreateAsync(content, batches.Dequeue(), cancellationToken);
        while (batches.TryDequeue(out var batch))
        {
            await github.UpdateCheckRunAsync(id, new CheckRunUpdate(Completed, content.Conclusion, content.Output(batch)), cancellationToken);
        }
    }

    private async Task<CheckRun?> FindAsync(CheckRunContent content, CancellationToken cancellationToken)
    {
        var all = await github.FindCheckRunsAsync(content.HeadCommit, CheckRunContent.Name, cancellationToken);
        return all.FirstOrDefault(run => run.ExternalId == content.ExternalId);
    }

    private async Task<long> CreateAsync(CheckRunContent content, CheckRunAnnotation[] annotations, CancellationToken cancellationToken)
    {
        var checkRun = new NewCheckRun(CheckRunContent.Name, content.HeadCommit, content.ExternalId, Completed, content.Conclusion, content.Output(annotations));
        return (await github.CreateCheckRunAsync(checkRun, cancellationToken)).Id;
    }
}
