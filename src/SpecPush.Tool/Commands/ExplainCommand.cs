using System.CommandLine;
using SpecPush.Findings;
using SpecPush.Tool.Explaining;
using SpecPush.Tool.Output;

namespace SpecPush.Tool.Commands;

/// <summary>Shows what the documentation says about a code.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string?> Code = new("code") { Description = "The code, such as SPUSH2010 or 2010; without one, all codes are listed", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create(CommandContext context)
    {
        var command = new Command("explain", "Explain a finding and what to do about it") { Code };
        command.SetAction(result => Execute(Screen.Create(context), result.GetValue(Code), result.InvocationConfiguration.Error));
        return command;
    }

    private static int Execute(Screen screen, string? code, TextWriter error)
    {
        var explanations = FindingsDocument.Read();
        if (code is null)
        {
            foreach (var explanation in explanations)
            {
                screen.WriteLine(new Span(explanation.Code, Tone.Strong), $"  {explanation.Title}");
            }

            return ExitCodes.Success;
        }

        if (explanations.FirstOrDefault(explanation => explanation.IsCalled(code)) is not { } found)
        {
            error.WriteLine($"{OneLine.From(code)} is not the code of a finding; specpush explain lists them all.");
            return ExitCodes.Usage;
        }

        screen.WriteLine(new Span($"{found.Code}: {found.Title}", Tone.Strong));
        foreach (var line in found.Lines)
        {
            screen.WriteLine(new Span(line.Text, line.IsCode ? Tone.Faint : Tone.Plain));
        }

        screen.WriteLine();
        screen.WriteLine(new Span(found.HelpLink, Tone.Faint));
        return ExitCodes.Success;
    }
}
