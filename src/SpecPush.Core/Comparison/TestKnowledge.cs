using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Comparison;

/// <summary>
/// The references to requirements on both sides. Compiled tests are compared only if their project is known on both sides; otherwise
/// they would look gained or lost only because one side was not built.
/// </summary>
internal sealed class TestKnowledge
{
    private readonly ReferenceKnowledge _old;
    private readonly ReferenceKnowledge _new;

    public TestKnowledge(ComparedSide old, ComparedSide @new, PushSettings settings)
    {
        var (oldProjects, newProjects) = (ProjectsOf(old), ProjectsOf(@new));
        var (oldFiles, newFiles) = (old.Files.ToHashSet(StringComparer.Ordinal), @new.Files.ToHashSet(StringComparer.Ordinal));
        var incomplete = IncompleteProjects.Find(old.Manifests).ToHashSet(StringComparer.Ordinal);
        incomplete.SymmetricExceptWith(IncompleteProjects.Find(@new.Manifests));
        UnknownProjects =
        [
            .. oldProjects.Concat(newProjects).Concat(old.TestProjects).Concat(@new.TestProjects).Distinct(StringComparer.Ordinal)
                .Where(project => incomplete.Contains(project) || !(IsKnown(project, oldProjects, oldFiles) && IsKnown(project, newProjects, newFiles))).Order(StringComparer.Ordinal),
        ];
        _old = ReferenceKnowledge.From(old, UnknownProjects, settings);
        _new = ReferenceKnowledge.From(@new, UnknownProjects, settings);
    }

    public ImmutableArray<string> UnknownProjects { get; }

    /// <summary>How the tests of one requirement differ.</summary>
    public Difference<Reference> Tests(string? oldAcid, string? newAcid) => Compare(oldAcid, newAcid, isTest: true);

    /// <summary>How its references outside tests differ.</summary>
    public Difference<Reference> Code(string? oldAcid, string? newAcid) => Compare(oldAcid, newAcid, isTest: false);

    private Difference<Reference> Compare(string? oldAcid, string? newAcid, bool isTest)
    {
        var (oldCommon, oldAll) = _old.Of(oldAcid, isTest);
        var (newCommon, newAll) = _new.Of(newAcid, isTest);
        return new Difference<Reference>(oldAll, newAll)
        {
            Lost = !oldCommon.IsEmpty && newCommon.IsEmpty && newAll.IsEmpty,
            Gained = !newCommon.IsEmpty && oldCommon.IsEmpty && oldAll.IsEmpty,
            IsUnknown = oldCommon.IsEmpty && newCommon.IsEmpty && oldAll.IsEmpty != newAll.IsEmpty,
        };
    }

    private static HashSet<string> ProjectsOf(ComparedSide side) => side.Manifests.Select(static manifest => manifest.ProjectPath).ToHashSet(StringComparer.Ordinal);

    // A project that does not exist on a side has no references there; for a project without a path, that is unknown.
    private static bool IsKnown(string project, HashSet<string> projects, HashSet<string> files) => projects.Contains(project) || (project.Length > 0 && !files.Contains(project));
}

/// <summary>How the references to a requirement differ.</summary>
/// <param name="Old">All that are known in the base.</param>
/// <param name="New">All that are known in the checkout.</param>
internal sealed record Difference<T>(ImmutableArray<T> Old, ImmutableArray<T> New)
{
    public bool Lost { get; init; }

    public bool Gained { get; init; }

    public bool IsUnknown { get; init; }
}

/// <summary>The references to requirements on one side.</summary>
/// <param name="Common">Those that can be compared.</param>
/// <param name="All">All that are known.</param>
internal sealed record ReferenceKnowledge(ILookup<string, Reference> Common, ILookup<string, Reference> All)
{
    public static ReferenceKnowledge From(ComparedSide side, ImmutableArray<string> unknownProjects, PushSettings settings)
    {
        ImmutableArray<ReferenceManifest> common = [.. side.Manifests.Where(manifest => !unknownProjects.Contains(manifest.ProjectPath))];
        var all = side.ReferencesWith(side.Manifests, settings);
        return new ReferenceKnowledge(common.Length == side.Manifests.Length ? all : side.ReferencesWith(common, settings), all);
    }

    public (ImmutableArray<Reference> Common, ImmutableArray<Reference> All) Of(string? acid, bool isTest) => acid is null
        ? ([], [])
        : ([.. Common[acid].Where(reference => reference.IsTest == isTest)], [.. All[acid].Where(reference => reference.IsTest == isTest)]);
}
