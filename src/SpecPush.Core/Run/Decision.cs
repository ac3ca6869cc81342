using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>Whether to push.</summary>
/// <param name="Reason">Why not, as the end of a sentence; null for a push.</param>
/// <param name="Finding">What is wrong with a push that cannot be made, though it was asked for or expected.</param>
internal sealed record Decision(string? Reason, Finding? Finding = null)
{
    public static Decision Push { get; } = new((string?)null);

    public bool IsPush => Reason is null;

    /// <summary>What can be decided before anything is read.</summary>
    public static Decision Make(PushSettings settings, ContextResolution resolution, ApiToken token, RepositoryStatus status, SettingSpelling spelling)
    {
        var context = resolution.Context;
        if (settings.Mode == RunMode.Check)
        {
            return new Decision($"{spelling["mode"]} is Check");
        }

        if (context.CheckOnlyReason is { } checkOnly)
        {
            return new Decision(checkOnly);
        }

        var asked = settings.Mode == RunMode.Push;
        if (Missing(context) is { } missing)
        {
            return new Decision(missing, asked ? RunFindings.CannotPush(missing) : null);
        }

        if (token.Text is null)
        {
            return token.Finding is null
                ? new Decision($"{spelling["api-token"]} is not set", asked ? RunFindings.MissingToken(spelling) : null)
                : new Decision($"{spelling["api-token"]} is not a valid token");
        }

        var decision = asked ? Push : MakeForAuto(settings, context, status, spelling);
        return decision.IsPush && resolution.OtherCheckout is { } other
            ? new Decision(other.Reason, CheckoutFindings.WrongCommit(other, asked ? Severity.Error : Severity.Warning, spelling))
            : decision;
    }

    private static Decision MakeForAuto(PushSettings settings, PushContext context, RepositoryStatus status, SettingSpelling spelling)
    {
        if (!settings.Branches.Matches(context.Branch!))
        {
            return new Decision($"{spelling["branches"]} excludes the branch {context.Branch}");
        }

        // An old clone would roll the team back.
        return !context.IsContinuousIntegration && status.Behind is > 0 and var behind
            ? new Decision($"{context.Branch} is {OneLine.Count(behind, "commit")} behind its upstream; pull first")
            : Push;
    }

    private static string? Missing(PushContext context) => context switch
    {
        { Commit: null } => "there is no commit yet",
        { Branch: null } => "the branch is not known",
        { RepoUri: null } => "the repository's address is not known, because it has no remote named origin",
        _ => null,
    };
}
