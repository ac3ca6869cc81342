using System.CommandLine;
using System.Globalization;
using SpecPush.Fuzzing.Targets;

namespace SpecPush.Fuzzing;

/// <summary>The command line.</summary>
internal static class FuzzCommand
{
    public static int Run(string[] arguments)
    {
        var targets = new Option<string[]>("--target") { Description = "A reader to feed; all unless given. May be repeated.", AllowMultipleArgumentsPerToken = true };
        targets.AcceptOnlyFromAmong([.. AllTargets.Names]);
        var seconds = new Option<double>("--seconds") { Description = "How long each reader is fed.", DefaultValueFactory = static _ => 1 };
        var inputs = new Option<long>("--inputs") { Description = "How many inputs each reader gets at most.", DefaultValueFactory = static _ => long.MaxValue };
        var seed = new Option<int>("--seed") { Description = "Another one leads to other inputs.", DefaultValueFactory = static _ => 1 };
        var finds = new Option<string>("--finds") { Description = "The folder for inputs that break a reader.", DefaultValueFactory = static _ => Path.Combine(Path.GetTempPath(), "specpush-finds") };
        var command = new RootCommand("Feeds readers with what nobody would write, guided by the branches that each input takes, and fails where one breaks.") { targets, seconds, inputs, seed, finds };
        command.SetAction(result =>
        {
            using var coverage = new Coverage();
            Console.WriteLine("| reader | inputs | inputs per second | edges | kept inputs | slowest | broke it |");
            Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
            var runs = result.GetValue(targets) is { Length: > 0 } names ? names : [.. AllTargets.Names];
            var results = runs.Select(name =>
            {
                using var target = AllTargets.Create(name);
                var run = new FuzzLoop(name, target, coverage, result.GetValue(seed), result.GetValue(finds)!).Run(TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(inputs));
                Console.WriteLine(Row(name, run));
                return run;
            }).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Sum(static run => run.Inputs):N0} inputs in {results.Sum(static run => run.Elapsed.TotalSeconds):N0} s"));
            foreach (var find in results.SelectMany(static run => run.Finds))
            {
                Console.Error.WriteLine(find);
            }

            return results.Any(static run => run.Finds.Length > 0) ? 1 : 0;
        });
        return command.Parse(arguments).Invoke();
    }

    private static string Row(string name, FuzzResult run) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {run.Inputs:N0} | {run.Inputs / run.Elapsed.TotalSeconds:N0} | {run.Edges:N0} | {run.Kept:N0} | {run.Slowest.TotalMilliseconds:N0} ms | {run.Finds.Length} |");
}
