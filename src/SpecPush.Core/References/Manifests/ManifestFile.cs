using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text;
using SpecPush.Acids;
using SpecPush.Files;
using SpecPush.Findings;

namespace SpecPush.References.Manifests;

/// <summary>Reads and writes the manifests in a folder.</summary>
internal static class ManifestFile
{
    private const string Extension = ".manifest.json";

    /// <summary>The file name of a manifest, which depends only on project, target framework and configuration.</summary>
    public static string Name(string projectPath, string targetFramework, string configuration)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{projectPath}\n{targetFramework}\n{configuration}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16)) + Extension;
    }

    /// <summary>Writes the manifest if its file does not already have this content; returns whether it did.</summary>
    public static bool Write(string directory, ReferenceManifest manifest)
    {
        var path = PathOf(directory, manifest.ProjectPath, manifest.TargetFramework, manifest.Configuration);
        var content = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.ReferenceManifest);
        if (File.Exists(path) && RegularFile.ReadAllBytes(path).AsSpan().SequenceEqual(content))
        {
            return false;
        }

        AtomicFile.Write(path, content);
        return true;
    }

    /// <summary>Deletes a project's manifest; returns whether there was one.</summary>
    public static bool Delete(string directory, string projectPath, string targetFramework, string configuration)
    {
        var path = PathOf(directory, projectPath, targetFramework, configuration);
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    /// <summary>All manifests of the folder in a stable order, with a finding for each file that is not a manifest.</summary>
    public static ManifestFolder ReadAll(string directory)
    {
        var manifests = ImmutableArray.CreateBuilder<ReferenceManifest>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var path in List(directory))
        {
            try
            {
                if (Read(path) is { } manifest)
                {
                    manifests.Add(manifest);
                }
                else
                {
                    findings.Add(CompiledReferenceFindings.UnreadableManifest(Path.GetFileName(path)));
                }
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Another build is deleting or rewriting it right now.
            }
        }

        return new ManifestFolder(manifests.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>The name and hash of each manifest, except those that are deleted meanwhile, as by <c>Clean</c>.</summary>
    public static IEnumerable<(string Name, string Hash)> Hashes(string directory)
    {
        foreach (var path in List(directory))
        {
            string hash;
            try
            {
                hash = Convert.ToHexString(SHA256.HashData(RegularFile.ReadAllBytes(path)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            yield return (Path.GetFileName(path), hash);
        }
    }

    private static string[] List(string directory)
    {
        try
        {
            return [.. Directory.EnumerateFiles(directory, "*" + Extension).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string PathOf(string directory, string projectPath, string targetFramework, string configuration) =>
        Path.Combine(directory, Name(projectPath, targetFramework, configuration));

    private static ReferenceManifest? Read(string path)
    {
        try
        {
            return Parse(RegularFile.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not (FileNotFoundException or DirectoryNotFoundException)))
        {
            return null;
        }
    }

    internal static ReferenceManifest? Parse(byte[] content)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(content, ManifestJson.Default.ReferenceManifest);
            return manifest is { FormatVersion: ReferenceManifest.CurrentVersion } && IsComplete(manifest) ? manifest : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    // JSON deserialization checks nullable annotations of properties, but not of array elements.
    public static bool IsComplete(ReferenceManifest manifest) =>
        manifest.Missed >= 0 && !manifest.Sources.IsDefault && manifest.Sources.All(source => source is not null) &&
        (manifest.OtherFiles is not { } others || (!others.IsDefault && others.All(path => path is not null))) &&
        !manifest.Tests.IsDefault && manifest.Tests.All(test => test is { Acids.IsDefault: false } && test.Acids.All(IsAcid));

    private static bool IsAcid(string? acid) => acid is not null && AcidPattern.FindAll(acid).SequenceEqual([acid]);
}

/// <summary>The content of a folder of manifests.</summary>
/// <param name="Manifests">In the order of their file names.</param>
/// <param name="Findings">Names the files that are not manifests.</param>
internal sealed record ManifestFolder(ImmutableArray<ReferenceManifest> Manifests, ImmutableArray<Finding> Findings);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReferenceManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
