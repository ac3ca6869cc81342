using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.References;
using SpecPush.References.Collected;
using SpecPush.References.Manifests;
using SpecPush.Reporting;

namespace SpecPush.Run;

/// <summary>Writes what this job's builds found to one file, for the job that pushes.</summary>
internal sealed class CollectStage(RunFacts facts)
{
    public async Task<Report> ExecuteAsync(PushContext context, CancellationToken cancellationToken)
    {
        if (facts.Status.HeadCommit is not { } commit)
        {
            return new Report { Context = context, Findings = [CollectedFindings.NoCommit()] }.Because(NotPushedReason.NoCommit);
        }

        var listing = await facts.Repository.ListFilesAsync(includeUntracked: !context.IsContinuousIntegration, cancellationToken);
        var request = new CompiledReferenceRequest(facts.Repository.Root, facts.State.ManifestsPath, facts.Settings.Assemblies, facts.Settings.Collected, commit);
        var files = listing.Files.Select(static file => file.Path).ToImmutableArray();
        var compiled = CompiledReferences.Read(request, files, cancellationToken);
        var path = facts.Settings.CollectTo;
        try
        {
            CollectionFile.Write(path, facts.Repository.Root, new Collection { Commit = commit, Manifests = WithSourcesIn(files, compiled.Current) });
            var projects = compiled.Current.Select(static manifest => manifest.ProjectPath).Distinct(StringComparer.Ordinal).Count();
            var findings = projects == 0 ? compiled.Findings.Add(CollectedFindings.NoProject()) : compiled.Findings;
            return new Report { Context = context, Findings = findings }.Because(NotPushedReason.Collected(projects, path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Report { Context = context, Findings = compiled.Findings.Add(CollectedFindings.NotWritten(path, exception.Message)) };
        }
    }

    // The job that pushes has a checkout of its own, without generated sources that git ignores.
    private static ImmutableArray<ReferenceManifest> WithSourcesIn(IEnumerable<string> files, ImmutableArray<ReferenceManifest> manifests)
    {
        var known = files.ToHashSet(StringComparer.Ordinal);
        return [.. manifests.Select(manifest => manifest with { Sources = [.. manifest.Sources.Where(source => known.Contains(source.Path))] })];
    }
}
