using System.Diagnostics;

namespace SpecPush.Tool.Tests.Infrastructure;

/// <summary>A repository without .NET projects, in which the installed tool runs.</summary>
internal sealed class ToolRepository : IDisposable
{
    public const string Spec = "feature:\n  name: cart\n  product: shop\ncomponents:\n  LINES:\n    1: Adds an article\n    2: Removes an article\n";

    private readonly TestRepository _repository = new("my repository ü");

    public ToolRepository()
    {
        Write("features/cart.feature.yaml", Spec);
        Write("shop/cart.py", "def add(article):  # cart.LINES.1\n    pass\n");
        Write("tests/test_cart.py", "def test_add():  # cart.LINES.1\n    pass\n");
        Commit();
    }

    public string Root => _repository.Path;

    public string Head => _repository.Head;

    public string StatePath => _repository.StatePath;

    public Dictionary<string, string> Environment { get; } = [];

    public void Write(string path, string content) => _repository.Write(path, content);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Commit() => _repository.Commit();

    public string Git(params string[] arguments) => _repository.Git(arguments);

    public CommandResult Run(params string[] arguments) => RunIn("", arguments);

    public CommandResult RunIn(string folder, params string[] arguments) => Command.Run(PathOf(folder), InstalledTool.Path, arguments, Environment);

    public Process Start(params string[] arguments) => Command.Start(Root, InstalledTool.Path, arguments, Environment);

    /// <summary>Runs the tool in a terminal (util-linux, script(1)) with typed input; null if the machine has none.</summary>
    public CommandResult RunInTerminal(string typed, params string[] arguments)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Inconclusive("There is no /usr/bin/script, which makes a terminal.");
        }

        var command = string.Join(' ', new[] { InstalledTool.Path }.Concat(arguments).Select(static argument => $"'{argument}'"));
        Environment["TERM"] = "xterm-256color";
        Environment["SHELL"] = "/bin/sh";
        string[] shell = ["-c", $"printf '%s' \"$0\" | script --quiet --return --command \"$1\" /dev/null", typed, command];
        return Command.Run(Root, "/bin/sh", shell, Environment);
    }

    public void Dispose() => _repository.Dispose();
}
