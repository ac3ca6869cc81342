using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpecPush.Analyzers.Specs;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Analyzers.References;

/// <summary>The requirements and groups of all specs in a project's repository.</summary>
internal sealed class RequirementIndex
{
    // A solution's projects share their settings, and typing in code does not change the specs. Nothing else keeps an index alive between
    // two keystrokes.
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
    /// <param name="settings">Decides which of them are specs.</param>
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

    /// <summary>Whether a name such as <c>feature.GROUP</c> is a group of a feature.</summary>
    public bool HasGroup(string name) => _groups.Contains(name);
}
