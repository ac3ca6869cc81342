using System.CommandLine;
using SpecPush.WholeProcess;

var files = new Option<int>("--files") { Description = "How many files the checkout has.", DefaultValueFactory = static _ => 20_000 };
var rounds = new Option<int>("--rounds") { Description = "How often each program runs; the median counts.", DefaultValueFactory = static _ => 11 };
var command = new RootCommand("Measures whole processes beside ripgrep, which looks for the same pattern, and fails where a figure is missed. Nothing of it remains.") { files, rounds };
command.SetAction(result =>
{
    using var scratch = new Scratch();
    var rows = new LargeCheckoutRows(scratch, result.GetValue(files), result.GetValue(rounds)).Measure();
    return Table.Print(rows) ? 0 : 1;
});
return command.Parse(args).Invoke();
