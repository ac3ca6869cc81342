namespace SpecPush.Testing;

/// <summary>A program called git that notes its arguments and its environment, and then does what the real one does, or what no git does.</summary>
internal sealed class WatchedGit : IDisposable
{
    /// <summary>Lists files as no git does: an entry without columns.</summary>
    public const string Confused = "case \"$*\" in *ls-files*) printf 'x\\0';; *) exec git \"$@\";; esac";

    /// <summary>Fails when it is asked for its configuration.</summary>
    public const string WithoutConfiguration = "case \"$*\" in *get-regexp*) echo 'fatal: out of memory' >&2; exit 128;; *) exec git \"$@\";; esac";

    private const string Faithful = "exec git \"$@\"";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Where the program is, and what it has noted.</summary>
    public string Folder => _folder.Path;

    /// <summary>Writes the program, and answers with a search path on which it is the first git.</summary>
    /// <param name="behaviour">What it does after that, as a line of shell.</param>
    public string Install(string behaviour = Faithful)
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetEnvironmentVariable("PATH")!;
        }

        var program = _folder.Write("git", $"#!/bin/sh\n(env; printf '%s\\n' \"$@\") >> '{_folder.PathOf("seen")}'\nPATH=\"${{PATH#*:}}\"\n{behaviour}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return $"{Folder}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    public void Dispose() => _folder.Dispose();
}
