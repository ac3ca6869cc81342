using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>What git inherits from this process, less what would send it to another repository, to the network or to a prompt.</summary>
internal static class GitEnvironment
{
    // Hooks run with these (git rev-parse --local-env-vars), and a build inside a hook passes them on. GIT_CONFIG_COUNT and
    // GIT_CONFIG_PARAMETERS stay: users and CI systems inject configuration with them.
    private static readonly string[] OfAnotherRepository =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_CONFIG",
    ];

    // Each contradicts --literal-pathspecs.
    private static readonly string[] OfPathspecs = ["GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_LITERAL_PATHSPECS"];

    public static void Prepare(IDictionary<string, string?> variables, string root)
    {
        foreach (var name in (string[])[.. OfAnotherRepository, .. OfPathspecs, ApiToken.Variable])
        {
            variables.Remove(name);
        }

        variables["LC_ALL"] = "C";
        variables["GIT_TERMINAL_PROMPT"] = "0";
        variables["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(root) ?? "";

        // A partial clone fetches what it lacks, in silence. No protocol is named here, so none is allowed.
        variables["GIT_NO_LAZY_FETCH"] = "1";
        variables["GIT_ALLOW_PROTOCOL"] = ":";
    }
}

/// <summary>
/// Finds git on the search path only. Started by its bare name, a process is looked for in the current folder first
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
