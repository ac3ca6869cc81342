using System.Diagnostics;

namespace SpecPush.Testing;

/// <summary>The local server, started as by its users.</summary>
internal sealed class ServerProcess : PushServer
{
    private const string TokenVariable = "SPECPUSH_SERVER_TOKEN";

    private static readonly string Assembly = SourceTree.ProgramOf("SpecPush.LocalServer");

    private readonly Process _process;

    public ServerProcess(params string[] arguments)
        : this([], arguments)
    {
    }

    public ServerProcess(IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var token = environment.FirstOrDefault(static variable => variable.Name == TokenVariable && !string.IsNullOrWhiteSpace(variable.Value)).Value;
        _process = Command.Start(
            SourceTree.Root,
            "dotnet",
            [Assembly, .. arguments.Length == 0 ? ["--memory"] : arguments, "--urls", "http://127.0.0.1:0"],
            environment.ToDictionary(static variable => variable.Name, static variable => variable.Value));
        var error = _process.StandardError.ReadToEndAsync();
        string? address = null;
        while (address is null)
        {
            var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The server ended before it was ready. {error.Result}");
            Start += line;
            token ??= After(line, "Token: ");
            address = After(line, "Listening on ");
        }

        Log = _process.StandardOutput.ReadToEndAsync();
        Connect(address, token);
    }

    /// <summary>Its output before it was ready.</summary>
    public string Start { get; } = "";

    public int Id => _process.Id;

    /// <summary>Its output after it was ready; available after it has ended.</summary>
    public Task<string> Log { get; }

    /// <summary>A server that accepts <see cref="PushServer.KnownToken"/> and any number of pushes.</summary>
    public static ServerProcess WithKnownToken() => new([(TokenVariable, KnownToken), ("RateLimit__Requests", "100000")]);

    /// <summary>Runs a command of the server's program.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var result = await Command.RunAsync(SourceTree.Root, "dotnet", [Assembly, .. arguments]);
        return (result.ExitCode, result.StandardOutput.Trim(), result.StandardError.Trim());
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    protected override void End()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string? After(string line, string label) => line.StartsWith(label, StringComparison.Ordinal) ? line[label.Length..] : null;
}
