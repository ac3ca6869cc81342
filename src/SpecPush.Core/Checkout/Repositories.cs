namespace SpecPush.Checkout;

/// <summary>Finds the checkout that contains a folder.</summary>
internal static class Repositories
{
    /// <summary>The work tree that contains <paramref name="directory"/>; without git, the folder itself.</summary>
    public static IRepository Open(string directory)
    {
        var folder = Path.TrimEndingDirectorySeparator(directory);
        return FindGitRoot(folder) is { } root ? new GitRepository(root) : new FolderRepository(folder);
    }

    /// <summary>The root of that work tree; without git, the folder itself.</summary>
    public static string FindRoot(string directory) => FindGitRoot(directory) ?? directory;

    private static string? FindGitRoot(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            // In linked work trees and submodules, .git is a file.
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
