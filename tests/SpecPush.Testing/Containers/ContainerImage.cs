using System.Diagnostics;

namespace SpecPush.Testing;

/// <summary>The image, built once from the Dockerfile and run as by a runner: with Docker or Podman or, if neither answers, with the tools next to the repository.</summary>
internal static class ContainerImage
{
    private const string Name = "specpush-action:test";

    // The ID of the runner's user, which has no name in a container.
    private const string OtherUser = "1001";

    private static readonly Lazy<IContainerEngine?> Engine = new(static () => (IContainerEngine?)EngineProgram.Find() ?? BuildTools.Find());

    private static readonly Lazy<(int ExitCode, string Output)> Built = new(static () => Engine.Value!.Build(SourceTree.Root, Name));

    /// <summary>Runs the image with a workspace that another user owns.</summary>
    public static ContainerResult Run(string workspace, IEnumerable<KeyValuePair<string, string>> variables)
    {
        if (Engine.Value is not { } engine)
        {
            Assert.Inconclusive("No container engine answers: docker info and podman info fail.");
            throw new UnreachableException();
        }

        Assert.AreEqual(0, Built.Value.ExitCode, Built.Value.Output);
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
    (int ExitCode, string Output) Build(string folder, string name);

    ContainerResult Run(string name, string workspace, IEnumerable<KeyValuePair<string, string>> variables);
}
