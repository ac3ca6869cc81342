namespace SpecPush.Testing;

/// <summary>A program called git that notes its arguments and its environment, and then does what the real one does, or what no git does.</summary>
internal sealed class WatchedGit : IDisposable
{
    private const string Faithful = "exec git \"$@\"";

    // An entry of a listing that has no columns.
    private const string Confused = "case \"$*\" in *ls-files*) printf 'x\\0';; *) exec git \"$@\";; esac";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Where the program is, and what it has noted.</summary>
    public string Folder => _folder.Path;

    /// <summary>Writes the program, and answers with a search path on which it is the first git.</summary>
    /// <param name="isConfused">Whether it lists files as no git does.</param>
    public string Install(bool isConfused = false)
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetEnvironmentVariable("PATH")!;
        }

        var program = _folder.Write("git", $"#!/bin/sh\n(env; printf '%s\\n' \"$@\") >> '{_folder.PathOf("seen")}'\nPATH=\"${{PATH#*:}}\"\n{(isConfused ? Confused : Faithful)}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return $"{Folder}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    public void Dispose() => _folder.Dispose();
}
