using System.Diagnostics;

namespace SpecPush.WholeProcess;

/// <summary>The time of the action and of a developer's build in a large repository, compared with a search with ripgrep.</summary>
internal sealed class LargeCheckoutRows(Scratch scratch, int files, int rounds)
{
    private const string Pattern = @"(?-u:\b)[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?(?-u:\b)";
    private const int Changed = 10;

    public IEnumerable<Row> Measure()
    {
        if (!ProcessRun.Exists("rg"))
        {
            yield return new Row("everything", "not measured: rg (ripgrep) is missing", "rg", false);
            yield break;
        }

        var checkout = LargeCheckout.Create(scratch.Path("checkout"), files);
        var action = ActionProgram.Publish(scratch).Check(checkout);
        var search = new ProcessStartInfo("rg", ["--line-number", "--only-matching", Pattern, "."]) { WorkingDirectory = checkout.Root };

        yield return Row.Ratio($"{files:N0} files, the action in mode Check", ProcessRun.Compare(rounds, search, action), 1.5, "rg");
        yield return Row.Memory("its memory", ProcessRun.PeakMemory(action), files > 20_000 ? 200 : 80);

        var build = DeveloperBuild.Create(scratch, checkout);
        ProcessRun.Run(build.Check());
        yield return Row.Ratio("the same where a build has read the files before", ProcessRun.Compare(rounds, search, action), 1.0, "rg");

        for (var file = 0; file < Changed; file++)
        {
            checkout.Append(file, "// changed\n");
        }

        yield return Row.Count($"files that a build reads after {Changed} have changed", OpenedFiles.Count(scratch, build.Check(), Path.Combine(checkout.Root, "src")), Changed);
    }
}
