namespace SpecPush.Checkout;

/// <summary>A pull or merge request.</summary>
/// <param name="Number">Its number on the host.</param>
/// <param name="IsFork">Whether its source branch is in another repository; null where the CI system does not say.</param>
public sealed record PullRequest(int Number, bool? IsFork);
