using Octokit;

namespace SpecPush.Actions.GitHub;

/// <summary>Shows findings as a check run: one for each step, head commit and job, however often it is run.</summary>
internal sealed class CheckRunPublisher(GitHubConnection github)
{
    // docs.github.com, REST, check runs: at most 50 annotations a request; those of later requests are added to the earlier ones.
    private const int AnnotationsInARequest = 50;

    private ICheckRunsClient CheckRuns => github.Client.Check.Run;

    /// <summary>Null, or why it could not be done, as the end of a sentence.</summary>
    public Task<string?> PublishAsync(CheckRunContent content, CancellationToken cancellationToken) =>
        GitHubAttempts.TryAsync(() => PublishOnceAsync(content), cancellationToken);

    // After a failure it begins anew: what GitHub took in spite of it is found again, and its annotations are not repeated.
    private async Task PublishOnceAsync(CheckRunContent content)
    {
        var existing = await FindAsync(content);
        var annotations = content.Annotations;
        if (existing is not null)
        {
            var known = await CheckRuns.GetAllAnnotations(github.Owner, github.Name, existing.Id);
            var keys = known.Select(CheckRunAnnotations.Key).ToHashSet(StringComparer.Ordinal);
            annotations = [.. annotations.Where(annotation => !keys.Contains(CheckRunAnnotations.Key(annotation)))];
        }

        var batches = new Queue<NewCheckRunAnnotation[]>(annotations.Chunk(AnnotationsInARequest).DefaultIfEmpty([]));
        var id = existing?.Id ?? await CreateAsync(content, batches.Dequeue());
        while (batches.TryDequeue(out var batch))
        {
            await CheckRuns.Update(github.Owner, github.Name, id, new CheckRunUpdate
            {
                Status = CheckStatus.Completed,
                Conclusion = content.Conclusion,
                Output = content.Output(batch),
            });
        }
    }

    private async Task<CheckRun?> FindAsync(CheckRunContent content)
    {
        var request = new CheckRunRequest { CheckName = CheckRunContent.Name };
        var answer = await CheckRuns.GetAllForReference(github.Owner, github.Name, content.HeadCommit, request);
        return answer.CheckRuns.FirstOrDefault(run => run.ExternalId == content.ExternalId);
    }

    private async Task<long> CreateAsync(CheckRunContent content, NewCheckRunAnnotation[] annotations)
    {
        var created = await CheckRuns.Create(github.Owner, github.Name, new NewCheckRun(CheckRunContent.Name, content.HeadCommit)
        {
            ExternalId = content.ExternalId,
            Status = CheckStatus.Completed,
            Conclusion = content.Conclusion,
            Output = content.Output(annotations),
        });
        return created.Id;
    }
}
