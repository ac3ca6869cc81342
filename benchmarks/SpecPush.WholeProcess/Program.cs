using System.CommandLine;
using SpecPush.WholeProcess;

var files = new Option<int>("--files") { Description = "How many files the checkout has.", DefaultValueFactory = static _ => 20_000 };
var rounds = new Option<int>("--rounds") { Description = "How often each program runs; the median of the rounds counts.", DefaultValueFactory = static _ => 11 };
var only = new Option<string>("--only") { Description = "checkout or solution; both unless given." };
only.AcceptOnlyFromAmong("checkout", "solution");
var command = new RootCommand("Measures whole processes beside ripgrep, which looks for the same pattern, and fails where a figure is missed. Nothing of it remains.") { files, rounds, only };
command.SetAction(result =>
{
    using var scratch = new Scratch();
    var checkout = new LargeCheckoutRows(scratch, result.GetValue(files), result.GetValue(rounds));
    var solution = new LargeSolutionRows(scratch, result.GetValue(rounds));
    return Table.Print(result.GetValue(only) switch
    {
        "checkout" => checkout.Measure(),
        "solution" => solution.Measure(),
        _ => checkout.Measure().Concat(solution.Measure()),
    }) ? 0 : 1;
});
return command.Parse(args).Invoke();
