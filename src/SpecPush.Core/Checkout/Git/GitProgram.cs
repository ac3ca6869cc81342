namespace SpecPush.Checkout;

/// <summary>
/// Finds git on the search path alone. Started by its bare name, a process is looked for in the current folder first
/// (so does .NET on every system), and that folder may be the repository.
/// </summary>
internal static class GitProgram
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "git.exe" : "git";

    public static string? Find(string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.TrimEntries)
        .Select(static folder => folder.Trim('"'))
        .Where(Path.IsPathFullyQualified)
        .Select(static folder => Path.Combine(folder, Name))
        .FirstOrDefault(File.Exists);
}
