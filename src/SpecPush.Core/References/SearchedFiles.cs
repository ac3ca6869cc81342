using System.Collections.Immutable;
using SpecPush.References.Text;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Which of a repository's files the settings let be read, and as what.</summary>
/// <param name="InScope">Those in the scope.</param>
/// <param name="Specs">Those of them that are called specs.</param>
/// <param name="Excluded">Those of them that are not searched because the user says so.</param>
internal sealed record SearchedFiles(ImmutableArray<string> InScope, ImmutableHashSet<string> Specs, ImmutableHashSet<string> Excluded)
{
    public static SearchedFiles Choose(PushSettings settings, SpecFiles specFiles, ImmutableArray<string> paths)
    {
        var inScope = settings.Scope.Length == 0 ? paths : [.. paths.Where(settings.HasInScope)];
        return new SearchedFiles(inScope, specFiles.Find(inScope), settings.Exclude.Filter(inScope));
    }

    /// <summary>Whether references are looked for in a file of the scope.</summary>
    public bool IsSearched(string path) => ScannedPaths.Includes(path) && !Specs.Contains(path) && !Excluded.Contains(path);
}
