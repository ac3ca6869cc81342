using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>What a push would be about, and what was odd in finding it out.</summary>
/// <param name="Context">Repository, branch and commit.</param>
/// <param name="OtherCheckout">What is checked out in place of the pushed commit; null where a push may name that commit.</param>
/// <param name="Findings">What was odd.</param>
internal sealed record ContextResolution(PushContext Context, OtherCheckout? OtherCheckout, ImmutableArray<Finding> Findings);

/// <summary>The checked-out commit is not the one that a push would name, so its specs and references may not be that commit's.</summary>
/// <param name="HeadCommit">The checked-out commit.</param>
/// <param name="PushedCommit">The commit that a push would name.</param>
/// <param name="CheckoutReference">See <see cref="CiFacts.CheckoutReference"/>.</param>
internal sealed record OtherCheckout(string HeadCommit, string PushedCommit, string? CheckoutReference)
{
    /// <summary>Why nothing is pushed, as the end of a sentence.</summary>
    public string Reason => $"{HeadCommit[..7]} is checked out instead of {PushedCommit[..7]}";
}
