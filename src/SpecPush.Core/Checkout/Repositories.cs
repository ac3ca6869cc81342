namespace SpecPush.Checkout;

/// <summary>Finds the checkout that a folder is part of.</summary>
internal static class Repositories
{
    public static IRepository Open(string directory) =>
        FindGitRoot(directory) is { } root ? new GitRepository(root) : new FolderRepository(directory);

    private static string? FindGitRoot(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            // A file in work trees and submodules.
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
