using System.Globalization;
using System.Text;

namespace SpecPush.WholeProcess;

/// <summary>A repository of any size: source files of 5 KB each, one in ten with two references, and 90 specs with 20 requirements each.</summary>
internal sealed class LargeCheckout
{
    private const int Specs = 90;
    private const int Requirements = 19;
    private const int LinesPerFile = 46;
    private const int FilesPerFolder = 50;
    private const int FoldersPerModule = 20;

    private LargeCheckout(string root, int files) => (Root, Files) = (root, files);

    public string Root { get; }

    public int Files { get; }

    public string Head => ProcessRun.Run(Root, "git", "rev-parse", "HEAD").Trim();

    public static LargeCheckout Create(string root, int files)
    {
        var checkout = new LargeCheckout(root, files);
        var body = string.Concat(Enumerable.Range(0, LinesPerFile).Select(static line => string.Create(CultureInfo.InvariantCulture,
            $"        var value{line} = context.Services.GetRequiredService<Handler{line}>().Process(input.Items[{line}], cancellationToken);\n")));
        for (var file = 0; file < files; file++)
        {
            var references = file % 10 == 0 ? $"// feature{file % Specs}.MAIN.{(file % Requirements) + 1}\n// feature{file % Specs}.MORE.1\n" : "";
            checkout.Write(PathOf(file), $"namespace Large;\n\n{references}internal sealed class Type{file}\n{{\n    public void Run(Context context, Input input)\n    {{\n{body}    }}\n}}\n");
        }

        for (var spec = 0; spec < Specs; spec++)
        {
            var requirements = string.Concat(Enumerable.Range(1, Requirements).Select(static id => $"    {id}: It works as everybody expects\n"));
            checkout.Write($"features/feature{spec}.feature.yaml", $"feature:\n  name: feature{spec}\n  product: shop\ncomponents:\n  MAIN:\n{requirements}  MORE:\n    1: And so does this\n");
        }

        checkout.Write(".gitignore", "obj/\n");
        checkout.Commit();
        return checkout;
    }

    public static string PathOf(int file) => $"src/Module{file / (FilesPerFolder * FoldersPerModule)}/Area{file / FilesPerFolder % FoldersPerModule}/Type{file}.cs";

    public void Append(int file, string text) => File.AppendAllText(Path.Combine(Root, PathOf(file)), text);

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private void Commit()
    {
        Git("init", "-q", "-b", "main");
        Git("config", "user.email", "somebody@example.com");
        Git("config", "user.name", "Somebody");
        Git("config", "gc.auto", "0");
        Git("remote", "add", "origin", "https://github.com/example/large.git");
        Git("add", "-A");
        Git("commit", "-qm", "Everything");

        // git compares files byte by byte if they were written in the same second as its index, which would not happen in an older checkout.
        Thread.Sleep(TimeSpan.FromSeconds(1.5));
        ProcessRun.Run(Root, "git", "update-index", "-q", "--really-refresh");
    }

    private void Git(params string[] arguments) => ProcessRun.Run(Root, "git", arguments);
}
