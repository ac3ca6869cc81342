using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.References;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>Whether to push.</summary>
/// <param name="Reason">Why not to push; null for a push.</param>
/// <param name="Findings">Why a push that the user wants or expects is not possible.</param>
internal sealed record Decision(NotPushedReason? Reason, params ImmutableArray<Finding> Findings)
{
    public static Decision Push { get; } = new((NotPushedReason?)null);
}

/// <summary>Decides whether to push, first by what is known before any file is read, then by what was read.</summary>
internal sealed class PushDecision(RunFacts facts, ContextResolution resolution, ApiToken token)
{
    private readonly PushContext _context = resolution.Context;
    private readonly PushSettings _settings = facts.Settings;
    private readonly SettingSpelling _spelling = facts.Request.Spelling;

    private bool IsAskedFor => _settings.Mode == RunMode.Push;

    public Decision BeforeReading()
    {
        if (_settings.Mode == RunMode.Check)
        {
            return new Decision(NotPushedReason.ModeIsCheck(_spelling["mode"]));
        }

        if (_context.CheckOnly is { } checkOnly && checkOnly != NotPushedReason.DetachedHead)
        {
            return new Decision(checkOnly);
        }

        if (Missing is { } missing)
        {
            return IsAskedFor ? new Decision(missing, RunFindings.CannotPush(missing)) : new Decision(missing);
        }

        if (token.Text is null)
        {
            return WithoutToken();
        }

        if (!IsAskedFor && UnexpectedBranch() is { } unexpected)
        {
            return new Decision(unexpected);
        }

        return resolution.OtherCheckout is { } other
            ? new Decision(other.Reason, CheckoutFindings.WrongCommit(other, IsAskedFor ? Severity.Error : Severity.Warning, _spelling))
            : Decision.Push;
    }

    public async Task<Decision> AfterReadingAsync(Decision before, Gatherer gatherer, Gathering gathering, CancellationToken cancellationToken)
    {
        // A push that finds nothing may still have to remove what earlier ones have sent.
        if (gathering.Specs.IsEmpty && gathering.References.IsEmpty && (before.Reason is not null || !HasSentReferences))
        {
            return new Decision(before.Reason ?? NotPushedReason.NothingToPush, [.. before.Findings, ExplainNothing(facts, gathering)]);
        }

        if (before.Reason is not null)
        {
            return before;
        }

        if (await FindNewerTipAsync(cancellationToken) is { } tip)
        {
            return new Decision(NotPushedReason.BranchMovedOn(_context.Branch!, tip, _context.Commit!));
        }

        return IsAskedFor || _context.IsContinuousIntegration || await FindUncommittedAsync(gatherer, gathering, cancellationToken) is not [var first, .. var others]
            ? before
            : new Decision(NotPushedReason.Uncommitted(first, others.Length));
    }

    /// <summary>Why there is neither a spec nor a reference.</summary>
    public static Finding ExplainNothing(RunFacts facts, Gathering gathering) => gathering.IsScopeEmpty
        ? PlanFindings.EmptyScope(facts.Settings.Scope, facts.Request.Spelling)
        : PlanFindings.NothingToPush(facts.Request.Spelling);

    private bool HasSentReferences => facts.State.ReadPush(_settings, _context)?.SentFeatures is { IsEmpty: false };

    private NotPushedReason? Missing => _context switch
    {
        { Commit: null } => NotPushedReason.NoCommit,
        { Branch: null } => _context.CheckOnly ?? NotPushedReason.NoBranch,
        { RepoUri: null } => NotPushedReason.NoRepository,
        _ => null,
    };

    private Decision WithoutToken()
    {
        var name = _spelling["api-token"];
        if (token.Finding is not null)
        {
            return new Decision(NotPushedReason.InvalidToken(name));
        }

        return IsAskedFor ? new Decision(NotPushedReason.NoToken(name), RunFindings.MissingToken(_spelling)) : new Decision(NotPushedReason.NoToken(name));
    }

    private NotPushedReason? UnexpectedBranch()
    {
        if (!_settings.Branches.Matches(_context.Branch!))
        {
            return NotPushedReason.ExcludedBranch(_spelling["branches"], _context.Branch!);
        }

        // An old clone would replace newer specs on the server.
        return !_context.IsContinuousIntegration && facts.Status.Behind is > 0 and var behind ? NotPushedReason.Behind(_context.Branch!, behind) : null;
    }

    // A re-run after some days would replace newer specs on the server.
    private async Task<string?> FindNewerTipAsync(CancellationToken cancellationToken) =>
        facts.Request is { IsRepeated: true, Host: { } host } && _settings.Context is { Branch: null, Commit: null }
        && await host.FindTipAsync(_context.Branch!, cancellationToken) is { } tip && CommitHash.IsValid(tip) && tip != _context.Commit
            ? tip
            : null;

    private async Task<ImmutableArray<string>> FindUncommittedAsync(Gatherer gatherer, Gathering gathering, CancellationToken cancellationToken)
    {
        var referring = gathering.References.Select(static reference => reference.Path).ToHashSet(StringComparer.Ordinal);
        return await UncommittedWork.FindAsync(
            facts.Repository,
            facts.Status,
            path => gatherer.IsSpec(path) || referring.Contains(path) || gathering.TestSources.Contains(path),
            gatherer.IsSearched,
            cancellationToken);
    }
}
