using System.Collections.Immutable;
using System.Text.Json;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.References.Manifests;

namespace SpecPush.References.Collected;

/// <summary>Reads and writes collections. They come from other machines, so their content is not trusted.</summary>
internal static class CollectionFile
{
    public const string Extension = ".specpush";

    private const long MaxSize = 64_000_000;
    private const int MaxManifests = 10_000;

    /// <param name="path">As the user wrote it.</param>
    /// <param name="root">The repository.</param>
    /// <param name="collection">What is written.</param>
    /// <exception cref="IOException">The disk is full, or the path cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the path is denied.</exception>
    public static void Write(string path, string root, Collection collection) =>
        AtomicFile.Write(OutputPath.Resolve(path, root), JsonSerializer.SerializeToUtf8Bytes(collection, CollectionJson.Default.Collection));

    /// <summary>The manifests of one file, or the finding that says why it was not used.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="headCommit">The checked-out commit, from which the file must have been collected.</param>
    public static (ImmutableArray<ReferenceManifest> Manifests, Finding? Finding) Read(string path, string name, string? headCommit)
    {
        try
        {
            using var stream = RegularFile.OpenRead(path);
            return Read(stream, name, headCommit);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], CollectedFindings.Unusable(name, exception.Message.TrimEnd('.')));
        }
    }

    internal static (ImmutableArray<ReferenceManifest> Manifests, Finding? Finding) Read(Stream stream, string name, string? headCommit)
    {
        try
        {
            return stream.Length > MaxSize ? Refuse($"it is larger than {MaxSize / 1_000_000} MB") : Check();
        }
        catch (JsonException)
        {
            return Refuse("it is not complete, or SpecPush did not write it");
        }
        catch (NotSupportedException exception)
        {
            return Refuse(exception.Message.TrimEnd('.'));
        }

        (ImmutableArray<ReferenceManifest> Manifests, Finding? Finding) Refuse(string reason) => ([], CollectedFindings.Unusable(name, reason));

        (ImmutableArray<ReferenceManifest> Manifests, Finding? Finding) Check()
        {
            if (JsonSerializer.Deserialize(stream, CollectionJson.Default.CollectionHeader) is not { FormatVersion: > 0 } header)
            {
                return Refuse("SpecPush did not write it");
            }

            if (header.FormatVersion != Collection.CurrentVersion)
            {
                return ([], CollectedFindings.UnknownVersion(name, header.ToolVersion));
            }

            stream.Position = 0;
            var collection = JsonSerializer.Deserialize(stream, CollectionJson.Default.Collection)!;
            if (collection.Commit != headCommit && CommitHash.IsValid(collection.Commit))
            {
                return ([], CollectedFindings.OtherCommit(name, collection.Commit, headCommit));
            }

            return collection.Commit == headCommit && collection.Manifests is { IsDefault: false, Length: <= MaxManifests } manifests && manifests.All(IsSound)
                ? (manifests, null)
                : Refuse("it names files outside the repository, or other things that SpecPush does not write");
        }
    }

    private static bool IsSound(ReferenceManifest? manifest) => manifest is { FormatVersion: ReferenceManifest.CurrentVersion } && ManifestFile.IsComplete(manifest)
        && (manifest.ProjectPath.Length == 0 || RepositoryPath.IsInside(manifest.ProjectPath))
        && manifest.Sources.All(static source => RepositoryPath.IsInside(source.Path))
        && manifest.Tests.All(static test => RepositoryPath.IsInside(test.Path) && test.FirstLine > 0 && test.FirstLine <= test.Line && test.Line <= test.LastLine);
}
