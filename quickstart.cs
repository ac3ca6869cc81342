#!/usr/bin/env dotnet
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Shows SpecPush at work: `dotnet run quickstart.cs`. Everything happens in a folder that is removed at the end. The builds' output must be
// the first transcript in README.md; if it is not, the quickstart fails and shows the correct one.

using System.Diagnostics;
using System.Text;
using System.Text.Json;

var transcript = new StringBuilder();
var repository = Path.GetDirectoryName(AppContext.GetData("EntryPointFilePath") as string)!;
var scratch = WithoutLinks(Directory.CreateTempSubdirectory("specpush-quickstart-").FullName);
var version = $"0.1.0-quickstart.{DateTime.UtcNow:yyyyMMddHHmmss}";
var shop = Path.Combine(scratch, "shop");
using var server = new Process();
try
{
    Say("Packing SpecPush.MSBuild and building the local server");
    Run(repository, "dotnet", "pack", "src/SpecPush.MSBuild", "-c", "Debug", "-o", Path.Combine(scratch, "feed"), $"-p:PackageVersion={version}", "-v:q", "-nodeReuse:false");
    Run(repository, "dotnet", "build", "src/SpecPush.LocalServer", "-c", "Debug", "-o", Path.Combine(scratch, "server"), "-v:q", "-nodeReuse:false");

    Say("Starting the local server on a free port, in memory");
    var (address, token) = StartServer();
    Console.WriteLine($"  {address} is ready, and its token is in ACAI_API_TOKEN from here on");

    Say("Putting samples/Shop into a git repository of its own");
    CopyFolder(Path.Combine(repository, "samples", "Shop"), shop);
    Run(shop, "git", "init", "-q", "-b", "main");
    Run(shop, "git", "remote", "add", "origin", "https://github.com/example/shop.git");
    Commit("The shop");

    Say("First build: everything is new");
    Record("dotnet build", Build(address, token));

    Say("Second build: nothing has changed, so nothing is sent");
    Record("dotnet build", Build(address, token));

    Say("A slip in a spec: it is shown at its line, and not pushed");
    Change("cart", "  3: ", "  3-0: ");
    Record("dotnet build        # after a slip in a spec", Build(address, token));
    Change("cart", "  3-0: ", "  3: ");

    Say("A requirement gets a clearer text, and is committed");
    Change("delivery", "is free", "costs nothing");
    Commit("Say it more clearly");
    Build(address, token);

    Say("What the server holds now");
    await ShowContentsAsync(address, token);
    return CompareWithReadme();
}
catch (StepFailedException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
finally
{
    if (server.StartInfo.FileName.Length > 0 && !server.HasExited)
    {
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
    }

    RemoveFolder(scratch);
    RemoveFolder(Path.Combine(PackagesFolder(), "specpush.msbuild", version));
}

// On macOS, the temporary folder is behind a link, and a build shows paths without links.
string WithoutLinks(string folder)
{
    var current = Directory.GetCurrentDirectory();
    Directory.SetCurrentDirectory(folder);
    folder = Directory.GetCurrentDirectory();
    Directory.SetCurrentDirectory(current);
    return folder;
}

void Say(string step) => Console.WriteLine($"\n== {step}");

void Commit(string message)
{
    Run(shop, "git", "add", "-A");
    Run(shop, "git", "-c", "user.name=Quickstart", "-c", "user.email=quickstart@example.com", "-c", "commit.gpgSign=false", "commit", "-q", "-m", message);
}

void Change(string feature, string from, string to)
{
    var spec = Path.Combine(shop, "features", $"{feature}.feature.yaml");
    File.WriteAllText(spec, File.ReadAllText(spec).Replace(from, to, StringComparison.Ordinal));
}

void Record(string command, IEnumerable<string> lines) => transcript.Append($"$ {command}\n{string.Concat(lines.Select(static line => $"{line}\n"))}\n");

int CompareWithReadme()
{
    var readme = File.ReadAllText(Path.Combine(repository, "README.md")).ReplaceLineEndings("\n");
    if (readme.Contains($"```text\n{transcript.ToString().Trim()}\n```\n", StringComparison.Ordinal))
    {
        return 0;
    }

    Console.Error.WriteLine($"\nThe first transcript of README.md is not what was printed:\n\n{transcript}");
    return 1;
}

string[] Build(string address, string token)
{
    var output = Start(
        shop, "dotnet", ["build", "-nodeReuse:false", "-tl:off", $"-p:SpecPushVersion={version}", $"-p:RestoreAdditionalProjectSources={scratch}/feed", "-p:SpecPushTimeout=60"],
        [("ACAI_API_TOKEN", token), ("ACAI_API_BASE_URL", $"{address}/api/v1")]);
    string[] lines =
    [
        .. output.Split('\n').Select(static line => line.Trim())
            .Where(static line => line.StartsWith("SpecPush:", StringComparison.Ordinal) || line.Contains(" SPUSH", StringComparison.Ordinal))
            .Select(line => line.Replace(shop + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split(" [")[0].Replace('\\', '/'))
            .Distinct(),
    ];
    foreach (var line in lines)
    {
        Console.WriteLine($"  {line}");
    }

    return lines;
}

(string Address, string Token) StartServer()
{
    server.StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(scratch, "server", "SpecPush.LocalServer.dll"), "--memory", "--urls", "http://127.0.0.1:0"])
    {
        RedirectStandardOutput = true,
    };
    server.Start();
    string? address = null, token = null;
    while (address is null || token is null)
    {
        var line = server.StandardOutput.ReadLine() ?? throw new StepFailedException("The local server ended before it was ready.");
        address ??= After(line, "Listening on ");
        token ??= After(line, "Token: ");
    }

    _ = server.StandardOutput.ReadToEndAsync();
    return (address, token);
}

static string? After(string line, string label) =>
    line.IndexOf(label, StringComparison.Ordinal) is var index and >= 0 ? line[(index + label.Length)..].Trim().Split(' ')[0] : null;

static async Task ShowContentsAsync(string address, string token)
{
    using var http = new HttpClient();
    http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    using var contents = JsonDocument.Parse(await http.GetStringAsync(new Uri($"{address}/api/v1/contents")));
    foreach (var implementation in contents.RootElement.GetProperty("implementations").EnumerateArray())
    {
        Console.WriteLine($"  product {implementation.GetProperty("product")}, implementation {implementation.GetProperty("implementation")}, branch {implementation.GetProperty("branch_name")} of {implementation.GetProperty("repo_uri")}");
    }

    var branch = contents.RootElement.GetProperty("branches")[0];
    foreach (var spec in branch.GetProperty("specs").EnumerateArray())
    {
        Console.WriteLine($"  feature {spec.GetProperty("feature")} ({spec.GetProperty("path")})");
        foreach (var requirement in spec.GetProperty("requirements").EnumerateObject())
        {
            var references = branch.GetProperty("references").TryGetProperty(requirement.Name, out var list) ? list.EnumerateArray().ToArray() : [];
            var tests = references.Count(static reference => reference.GetProperty("is_test").GetBoolean());
            Console.WriteLine($"    {requirement.Name,-18} {references.Length - tests} in code, {tests} in tests   {requirement.Value.GetProperty("requirement")}");
        }
    }
}

static string Run(string folder, string program, params string[] arguments) => Start(folder, program, arguments, []);

static string Start(string folder, string program, string[] arguments, (string Name, string Value)[] variables)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (var name in start.Environment.Keys.Where(static name => name is "CI" or "TF_BUILD" || name.StartsWith("GITHUB_", StringComparison.Ordinal) || name.StartsWith("ACAI_", StringComparison.Ordinal)).ToArray())
    {
        start.Environment.Remove(name); // The quickstart shows a developer's machine, even if CI runs it.
    }

    foreach (var (name, value) in variables)
    {
        start.Environment[name] = value;
    }

    using var process = Process.Start(start)!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0
        ? output
        : throw new StepFailedException($"{program} {arguments[0]} failed with exit code {process.ExitCode}:\n{output}{errors.Result}");
}

static void CopyFolder(string from, string to)
{
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(from, file)))
    {
        if (!file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        }
    }
}

static string PackagesFolder() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

static void RemoveFolder(string folder)
{
    if (Directory.Exists(folder))
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal); // git writes its objects read-only, which stops Windows from deleting them
        }

        Directory.Delete(folder, recursive: true);
    }
}

internal sealed class StepFailedException(string message) : Exception(message);
