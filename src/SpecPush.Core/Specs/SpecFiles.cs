using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Specs;

/// <summary>The files of a checkout that are specs according to the settings.</summary>
internal sealed class SpecFiles(IRepository repository, PushSettings settings)
{
    public ImmutableHashSet<string> Find(IEnumerable<string> paths)
    {
        var prefix = settings.Scope.Length == 0 ? "" : settings.Scope + "/";
        return settings.Specs.Filter(paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..]))
            .Select(path => prefix + path)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    public (SpecReading Reading, ImmutableArray<string> Unreadable) Read(ImmutableHashSet<string> paths, CancellationToken cancellationToken)
    {
        var (files, unreadable) = ReadFiles(paths);
        var reading = SpecReader.ReadAll(files, cancellationToken);
        ImmutableArray<string> unread = [.. unreadable.Select(static finding => finding.Location!.Path)];
        var invalid = reading.InvalidFeatures.Union(unread.Select(SpecReader.FeatureByName));
        return (reading with { Findings = reading.Findings.AddRange(unreadable), InvalidFeatures = invalid }, unread);
    }

    /// <summary>The content of each file, and a finding for each that cannot be read.</summary>
    public (ImmutableArray<SpecFile> Files, ImmutableArray<Finding> Unreadable) ReadFiles(IEnumerable<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<SpecFile>();
        var unreadable = ImmutableArray.CreateBuilder<Finding>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            try
            {
                var file = Path.Combine(repository.Root, path);
                if (RegularFile.LengthOf(file) is var length and > SourceDecoder.MaximumSize)
                {
                    unreadable.Add(YamlFindings.TooLarge(path, (int)Math.Min(length, int.MaxValue), SourceDecoder.MaximumSize));
                    continue;
                }

                files.Add(new SpecFile(path, RegularFile.ReadAllBytes(file)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(SpecFindings.UnreadableFile(path, exception.Message));
            }
        }

        return (files.ToImmutable(), unreadable.ToImmutable());
    }
}
