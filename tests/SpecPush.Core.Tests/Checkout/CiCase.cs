namespace SpecPush.Tests.Checkout;

/// <summary>The environment of one build in a CI system, and the expected context.</summary>
/// <param name="Name">The system and the kind of build.</param>
/// <param name="Variables">The environment, one variable per line.</param>
/// <param name="Expected">Provider, repository, branch, commit, pull request and the reason not to push.</param>
public sealed record CiCase(string Name, string Variables, string Expected)
{
    /// <summary>The head of a source branch, or of a branch.</summary>
    public const string Head = "1111111111111111111111111111111111111111";

    /// <summary>A merge created by the host.</summary>
    public const string Merge = "2222222222222222222222222222222222222222";

    public override string ToString() => Name;
}
