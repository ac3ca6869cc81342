using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpecPush.Analyzers.Specs;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Analyzers.References;

/// <summary>The requirements of all specs of a project's repository, and the groups that they are in.</summary>
internal sealed class RequirementIndex
{
    // The projects of a solution have the same settings, and a key that is typed in code leaves the specs as they are. Nobody else
    // holds an index, or what it was read from, between two keys.
    private static readonly ConcurrentDictionary<EditorSettings, RequirementIndex> Known = new();

    private readonly ImmutableArray<SpecText> _texts;
    private readonly ImmutableHashSet<string> _groups;

    private RequirementIndex(ImmutableArray<SpecText> texts)
    {
        _texts = texts;
        Requirements = new KnownRequirements(FeatureNames.Check(texts.Select(static text => text.Spec).OfType<Spec>()).Specs);
        _groups = [.. Requirements.All.Select(static requirement => requirement.Acid[..requirement.Acid.LastIndexOf('.')])];
    }

    public KnownRequirements Requirements { get; }

    /// <param name="files">All additional files of a project.</param>
    /// <param name="settings">What is a spec among them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static RequirementIndex From(ImmutableArray<AdditionalText> files, EditorSettings settings, CancellationToken cancellationToken)
    {
        ImmutableArray<SpecText> texts =
        [
            .. files.Select(file => (File: file, Path: settings.SpecPath(file.Path))).Where(static file => file.Path is not null)
                .OrderBy(static file => file.Path, StringComparer.Ordinal)
                .Select(file => SpecText.From(file.File, file.Path!, cancellationToken)),
        ];
        if (Known.TryGetValue(settings, out var known) && known._texts.SequenceEqual(texts))
        {
            return known;
        }

        return Known[settings] = new RequirementIndex(texts);
    }

    /// <summary>Whether <c>feature.GROUP</c> is a group of a feature.</summary>
    public bool HasGroup(string name) => _groups.Contains(name);
}
