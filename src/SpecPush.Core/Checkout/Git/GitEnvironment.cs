using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>The environment for git, without variables that would lead it to another repository, the network or a prompt.</summary>
internal static class GitEnvironment
{
    // git sets these for hooks (git rev-parse --local-env-vars), so a build inside a hook inherits them. GIT_CONFIG_COUNT and
    // GIT_CONFIG_PARAMETERS are kept, because users and CI systems pass configuration with them.
    private static readonly string[] RepositoryVariables =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_CONFIG",
    ];

    // Each conflicts with --literal-pathspecs.
    private static readonly string[] PathspecVariables = ["GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_LITERAL_PATHSPECS"];

    public static void Prepare(IDictionary<string, string?> variables, string root)
    {
        foreach (var name in (string[])[.. RepositoryVariables, .. PathspecVariables, ApiToken.Variable])
        {
            variables.Remove(name);
        }

        variables["LC_ALL"] = "C";
        variables["GIT_TERMINAL_PROMPT"] = "0";
        variables["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(root) ?? "";

        // A partial clone would silently fetch missing objects. The list of allowed protocols is empty.
        variables["GIT_NO_LAZY_FETCH"] = "1";
        variables["GIT_ALLOW_PROTOCOL"] = ":";
    }
}

/// <summary>
/// Finds git on the PATH only. Given a bare name, .NET looks in the current folder first, which may be the untrusted
/// repository.
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
