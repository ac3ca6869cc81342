using System.Diagnostics;

namespace SpecPush.Testing;

/// <summary>The image, built once from the Dockerfile and run as by a runner: with Docker or Podman or, if neither answers, with the tools next to the repository.</summary>
internal static class ContainerImage
{
    private const string Name = "specpush-action:test";

    // The ID of the runner's user, which has no name in a container.
    private const string OtherUser = "1001";

    private static readonly Lazy<IContainerEngine?> Engine = new(static () => (IContainerEngine?)EngineProgram.Find() ?? BuildTools.Find());

    private static readonly Lazy<string> Built = new(static () => Build(SourceTree.Root, Name));

    /// <summary>A hash of everything in it.</summary>
    public static string Id => Built.Value;

    /// <summary>Builds the image of another folder.</summary>
    /// <returns>Its ID.</returns>
    public static string Build(string folder, string name)
    {
        using var scratch = new TemporaryFolder();
        var idFile = scratch.PathOf("id");
        var (exitCode, output) = RequireEngine().Build(folder, name, idFile);
        Assert.AreEqual(0, exitCode, output);
        var id = File.ReadAllText(idFile);
        Assert.AreNotEqual("", id);
        return id;
    }

    /// <summary>Runs the image with a workspace that another user owns.</summary>
    public static ContainerResult Run(string workspace, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var engine = RequireEngine();
        _ = Id; // The image is built when it is first asked for
        try
        {
            ChangeOwner(workspace, OtherUser);
            return engine.Run(Name, workspace, variables);
        }
        finally
        {
            ChangeOwner(workspace, Environment.UserName);
        }
    }

    private static IContainerEngine RequireEngine()
    {
        if (Engine.Value is { } engine)
        {
            return engine;
        }

        Assert.Inconclusive("No container engine answers: docker info and podman info fail.");
        throw new UnreachableException();
    }

    private static void ChangeOwner(string folder, string user)
    {
        // If the tests do not run as root, sudo must not ask for a password, as on a hosted runner.
        string[] change = ["chown", "-R", user, folder];
        _ = Environment.UserName == "root" ? Command.Run(SourceTree.Root, change[0], change[1..]) : Command.Run(SourceTree.Root, "sudo", ["-n", .. change]);
    }
}

/// <summary>The results of a container: its log, and the files that the runner reads.</summary>
internal sealed record ContainerResult(int ExitCode, string Log, string Output, string Summary);

/// <summary>Something that builds and runs images.</summary>
internal interface IContainerEngine
{
    /// <summary>Builds an image, and writes its ID into a file.</summary>
    (int ExitCode, string Output) Build(string folder, string name, string idFile);

    ContainerResult Run(string name, string workspace, IEnumerable<KeyValuePair<string, string>> variables);
}
