using System.Text;

namespace SpecPush.Tool.Initialization;

/// <summary>Adds a workflow with the action if the repository is on GitHub.</summary>
internal static class WorkflowStep
{
    private const string Workflows = ".github/workflows/";
    private const string Path = $"{Workflows}specs.yml";

    private const string Text = """
        name: specs

        on:
          push:
            branches: [BRANCH]
          pull_request:

        # One push at a time, so that an older one does not overwrite a newer one.
        concurrency:
          group: specs-${{ github.ref }}

        jobs:
          specs:
            runs-on: ubuntu-latest
            permissions:
              contents: read
              checks: write # only for a check run, when there are more findings than annotations can show
            steps:
              - uses: actions/checkout@v5
                with:
                  ref: ${{ github.event.pull_request.head.sha || github.sha }} # the head, not the merge commit that GitHub checks out by default
                  fetch-depth: 0 # so that each spec has its last commit
              - uses: specpush/specpush@v0
                with:
                  api-token: ${{ secrets.ACAI_API_TOKEN }}

        """;

    // The assemblies show what tests refer to.
    private const string BuildSteps = """
              - uses: actions/setup-dotnet@v5
              - run: dotnet buildSOLUTION

        """;

    public static Proposal Propose(InitialRepository repository)
    {
        if (repository.Origin?.StartsWith("github.com/", StringComparison.OrdinalIgnoreCase) != true && !repository.Files.Any(static path => path.StartsWith(Workflows, StringComparison.Ordinal)))
        {
            return Proposal.Note("for your pipeline: dnx SpecPush.Tool push --mode Auto, with the secret ACAI_API_TOKEN in its environment");
        }

        if (repository.Files.Any(path => path.StartsWith(Workflows, StringComparison.Ordinal) && UsesAction(repository.Read(path))))
        {
            return Proposal.Nothing;
        }

        if (System.IO.Path.Exists(System.IO.Path.Combine(repository.Root, Path)))
        {
            return Proposal.Note($"{Path} exists and was left alone; add a step that uses specpush/specpush@v0");
        }

        var text = (repository.HasProjects ? Text.Replace("      - uses: specpush/", $"{BuildSteps}      - uses: specpush/", StringComparison.Ordinal) : Text)
            .Replace("BRANCH", repository.DefaultBranch, StringComparison.Ordinal)
            .Replace("SOLUTION", repository.BuildArgument, StringComparison.Ordinal);
        return Proposal.Change(new ProposedChange(Path, "pushes from CI; set the secret ACAI_API_TOKEN of the repository", null, Encoding.UTF8.GetBytes(text)));
    }

    private static bool UsesAction(byte[]? workflow) => workflow is not null && workflow.AsSpan().IndexOf("specpush/specpush"u8) >= 0;
}
