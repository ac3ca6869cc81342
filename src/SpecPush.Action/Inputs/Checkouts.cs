using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Actions.Inputs;

/// <summary>Finds the repository that actions/checkout created: in the workspace or, with its input <c>path</c>, in a folder of it.</summary>
internal static class Checkouts
{
    /// <summary>The folder of the repository, or why there is not exactly one.</summary>
    public static (string? Folder, Finding? Finding) Find(string workspace)
    {
        if (IsRepository(workspace))
        {
            return (workspace, null);
        }

        var repositories = Directory.Exists(workspace)
            ? Directory.EnumerateDirectories(workspace).Where(IsRepository).Order(StringComparer.Ordinal).ToImmutableArray()
            : [];
        return repositories switch
        {
            [var only] => (only, null),
            [] => (null, ActionFindings.NoCheckout()),
            _ => (null, ActionFindings.SeveralCheckouts([.. repositories.Select(static folder => Path.GetFileName(folder))])),
        };
    }

    // In submodules and linked work trees, .git is a file.
    private static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));
}
