#!/usr/bin/env dotnet
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Measures whole builds of a large repository: `dotnet run benchmarks/large-repository.cs`. Removes everything that it creates.

using System.Diagnostics;
using System.Globalization;
using SpecPush.Checkout;

const int Files = 5_000;
const int Specs = 200;
const int Requirements = 20;

var repository = Path.GetDirectoryName(Path.GetDirectoryName(AppContext.GetData("EntryPointFilePath") as string))!;
var scratch = Directory.CreateTempSubdirectory("specpush-large-").FullName;
var checkout = Path.Combine(scratch, "checkout");
using var server = new Process();
try
{
    Run(repository, "dotnet", "build", "src/SpecPush.MSBuild", "-c", "Release", "-v:q", "-nodeReuse:false");
    Run(repository, "dotnet", "publish", "src/SpecPush.LocalServer", "-o", Path.Combine(scratch, "server"), "-v:q", "-nodeReuse:false");
    WriteCheckout();
    var address = StartServer();

    var empty = Median(() => Build("Empty.proj"));
    Console.WriteLine($"{Files} files, {Specs} specs of {Requirements} requirements, {Files * 3} references");
    Say("a build without SpecPush", empty);
    Say("the first push", Time(() => Build("Push.proj", address)) - empty);
    Say("a build when nothing has changed", Median(() => Build("Push.proj", address)) - empty);
    Say("a push after a commit of one file", Median(() =>
    {
        File.AppendAllText(Path.Combine(checkout, "src", "File1.cs"), "// changed\n");
        Run(checkout, "git", "commit", "-qam", "Change a file");
        return Time(() => Build("Push.proj", address));
    }) - empty);
    Say("for comparison, git log for each spec in a process of its own", Time(() =>
    {
        for (var spec = 0; spec < Specs; spec++)
        {
            Run(checkout, "git", "log", "-1", "--format=%H", "--", $"features/f{spec}.feature.yaml");
        }
    }));
}
finally
{
    if (server.StartInfo.FileName.Length > 0)
    {
        server.Kill();
        server.WaitForExit();
    }

    DeleteScratch();
}

void WriteCheckout()
{
    var code = string.Concat(Enumerable.Range(1, 100).Select(static line => $"    // An ordinary line of code, number {line}, with some.Member.Access in it\n"));
    for (var file = 0; file < Files; file++)
    {
        Write($"src/File{file}.cs", $"// f{file % Specs}.A.1 f{file % Specs}.A.{(file % Requirements) + 1}\n{code}// f{file % Specs}.B.1\n");
    }

    for (var spec = 0; spec < Specs; spec++)
    {
        var requirements = string.Concat(Enumerable.Range(1, Requirements - 1).Select(static id => $"    {id}: It works as everybody expects\n"));
        Write($"features/f{spec}.feature.yaml", $"feature:\n  name: f{spec}\n  product: shop\ncomponents:\n  A:\n{requirements}  B:\n    1: And so does this\n");
    }

    var package = Path.Combine(repository, "src", "SpecPush.MSBuild");
    Write("Empty.proj", "<Project><Target Name=\"Build\" /></Project>");
    Write("Push.proj", $"""
        <Project DefaultTargets="SpecPush">
          <PropertyGroup><SpecPushTaskAssembly>{package}/bin/Release/net10.0/SpecPush.MSBuild.dll</SpecPushTaskAssembly></PropertyGroup>
          <Import Project="{package}/build/SpecPush.MSBuild.props" />
          <Import Project="{package}/build/SpecPush.MSBuild.targets" />
          <Target Name="Build" />
          <Target Name="Clean" />
        </Project>
        """);
    Run(checkout, "git", "init", "-q", "-b", "main");
    Run(checkout, "git", "config", "user.email", "somebody@example.com");
    Run(checkout, "git", "config", "user.name", "Somebody");
    Run(checkout, "git", "remote", "add", "origin", "https://github.com/example/large.git");
    Run(checkout, "git", "add", "-A");
    Run(checkout, "git", "commit", "-qm", "Everything");
}

void Write(string path, string text)
{
    var file = Path.Combine(checkout, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text);
}

string StartServer()
{
    server.StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(scratch, "server", "SpecPush.LocalServer.dll"), "--memory", "--urls", "http://127.0.0.1:0", "--RateLimit:Requests", "1000000"])
    {
        RedirectStandardOutput = true,
    };
    server.StartInfo.Environment["SPECPUSH_SERVER_TOKEN"] = "acai_benchmark";
    server.Start();
    const string Listening = "Listening on ";
    string line;
    while (!(line = server.StandardOutput.ReadLine()!).StartsWith(Listening, StringComparison.Ordinal))
    {
    }

    return line[Listening.Length..];
}

double Build(string project, string? address = null)
{
    return Time(() => Run(checkout, "dotnet", "msbuild", project, "-nologo", "-v:q", "-nodeReuse:false", $"-p:SpecPushApiUrl={address}/api/v1", "-p:SpecPushTimeout=120"));
}

static double Time(Action action)
{
    var clock = Stopwatch.StartNew();
    action();
    return clock.Elapsed.TotalSeconds;
}

static double Median(Func<double> measure) => Enumerable.Range(0, 5).Select(_ => measure()).Order().ElementAt(2);

static void Say(string what, double seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds:F2} s"));

static void Run(string folder, string program, params string[] arguments)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
    start.Environment["ACAI_API_TOKEN"] = "acai_benchmark";
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}");
    }
}

// Git makes its objects read-only, and Windows does not delete read-only files.
void DeleteScratch()
{
    foreach (var file in Directory.EnumerateFiles(scratch, "*", SearchOption.AllDirectories))
    {
        File.SetAttributes(file, FileAttributes.Normal);
    }

    Directory.Delete(scratch, recursive: true);
}
