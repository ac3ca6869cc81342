using System.CommandLine;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Specs;
using SpecPush.Tool.Initialization;
using SpecPush.Tool.Output;
using SpecPush.Tool.Settings;

namespace SpecPush.Tool.Commands;

/// <summary>Sets up a repository: shows each line that it would add, and adds it if the user agrees.</summary>
internal sealed class InitCommand(CommandContext context, Screen screen)
{
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Write without asking" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show what would be written" };

    public static Command Create(CommandContext context)
    {
        var command = new Command("init", "Set up a repository, after showing each line that it adds") { Yes, DryRun };
        command.SetAction((result, cancellationToken) =>
            new InitCommand(context, Screen.Create(context)).ExecuteAsync(result.GetValue(Yes), result.GetValue(DryRun), cancellationToken));
        return command;
    }

    private async Task<int> ExecuteAsync(bool isAgreed, bool isDryRun, CancellationToken cancellationToken)
    {
        var git = Repositories.Open(context.Folder);
        var file = SettingsFile.Read(git.Root);
        var (settings, findings) = SettingsReader.Read(RawSettings.From(name => file.Values.GetValueOrDefault(name)?.Text), EnvironmentVariables.Empty, SettingSpelling.CommandLine);
        if (settings is null || !file.Findings.IsEmpty)
        {
            new ReportView(screen, isVerbose: false).ShowFindings([.. file.Findings, .. findings]);
            return ExitCodes.Usage;
        }

        var repository = await ReadAsync(git, settings, cancellationToken);
        var proposal = Proposal.Join([PackageStep.Propose(repository), SolutionStep.Propose(repository), WorkflowStep.Propose(repository), SchemaStep.Propose(repository)]);
        Show(proposal);
        if (proposal.Changes.IsEmpty)
        {
            screen.WriteLine(new Span("SpecPush: there is nothing to add", Tone.Good));
            return ExitCodes.Success;
        }

        if (isDryRun)
        {
            return ExitCodes.Success;
        }

        if (!isAgreed && !screen.CanAsk)
        {
            screen.WriteLine("SpecPush: nothing was written, because there is no terminal to ask for confirmation; add --yes");
            return ExitCodes.Usage;
        }

        return isAgreed || screen.Confirm($"Write {OneLine.Count(proposal.Changes.Length, "file")}?") ? Write(git.Root, proposal) : Refused();
    }

    private static async Task<InitialRepository> ReadAsync(IRepository git, PushSettings settings, CancellationToken cancellationToken)
    {
        var status = await git.ReadStatusAsync(cancellationToken);
        var listing = await git.ListFilesAsync(includeUntracked: true, cancellationToken);
        string[] files = [.. listing.Files.Select(static file => file.Path)];
        return new InitialRepository(
            git.Root,
            [.. files],
            [.. new SpecFiles(git, settings).Find([.. files]).Order(StringComparer.Ordinal)],
            status.OriginUrl is { } origin ? RepositoryUri.FromRemote(origin) : null,
            ProductVersion.Text)
        {
            DefaultBranch = status.DefaultBranch ?? status.HeadBranch ?? "main",
        };
    }

    private void Show(Proposal proposal)
    {
        foreach (var change in proposal.Changes)
        {
            var (firstLine, removed, added) = change.Lines();
            screen.WriteLine(new Span(change.Before is null ? $"{change.Path} (new)" : $"{change.Path}({firstLine})", Tone.Strong), new Span($": {change.Why}", Tone.Faint));
            foreach (var line in removed)
            {
                screen.WriteLine(new Span($"- {line.TrimEnd('\r')}", Tone.Error));
            }

            foreach (var line in added)
            {
                screen.WriteLine(new Span($"+ {line.TrimEnd('\r')}", Tone.Good));
            }

            screen.WriteLine();
        }

        foreach (var note in proposal.Notes)
        {
            screen.WriteLine(new Span($"SpecPush: {note}", Tone.Warning));
        }
    }

    private int Refused()
    {
        screen.WriteLine("SpecPush: nothing was written");
        return ExitCodes.Success;
    }

    private int Write(string root, Proposal proposal)
    {
        var failures = proposal.Changes.Select(change => ChangeWriter.Write(root, change)).OfType<string>().ToArray();
        foreach (var failure in failures)
        {
            screen.WriteLine(new Span($"SpecPush: {failure}", Tone.Error));
        }

        screen.WriteLine(new Span($"SpecPush: {OneLine.Count(proposal.Changes.Length - failures.Length, "file")} written", Tone.Good));
        return failures.Length == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }
}
