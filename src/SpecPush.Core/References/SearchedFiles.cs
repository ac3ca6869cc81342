using System.Collections.Immutable;
using SpecPush.References.Manifests;
using SpecPush.References.Text;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Which files of a repository are read as specs or searched for references, according to the settings.</summary>
/// <param name="InScope">The files in the scope.</param>
/// <param name="Specs">The specs among them.</param>
/// <param name="Excluded">The files among them that the user excludes from the search.</param>
internal sealed record SearchedFiles(ImmutableArray<string> InScope, ImmutableHashSet<string> Specs, ImmutableHashSet<string> Excluded)
{
    public static SearchedFiles Choose(PushSettings settings, SpecFiles specFiles, ImmutableArray<string> paths)
    {
        var inScope = settings.Scope.Length == 0 ? paths : [.. paths.Where(settings.IsInScope)];
        return new SearchedFiles(inScope, specFiles.Find(inScope), settings.Exclude.Filter(inScope));
    }

    /// <summary>Only the references in files of the scope that are searched, because compiled tests can be in others.</summary>
    public static IEnumerable<Reference> Keep(PushSettings settings, ImmutableArray<Reference> references)
    {
        var excluded = settings.Exclude.Filter(references.Select(static reference => reference.Path).Distinct(StringComparer.Ordinal));
        return references.Where(reference => settings.IsInScope(reference.Path) && ScannedPaths.Includes(reference.Path) && !excluded.Contains(reference.Path));
    }

    /// <summary>Whether a file of the scope is searched for references.</summary>
    public bool IsSearched(string path) => ScannedPaths.Includes(path) && !Specs.Contains(path) && !Excluded.Contains(path);

    /// <summary>Whether a file of the scope can have any effect on what is pushed.</summary>
    public bool Matters(string path) => Specs.Contains(path) || IsSearched(path) || (TestProjects.Reads(path) && !Excluded.Contains(path));
}
