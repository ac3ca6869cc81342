using System.Collections.Immutable;
using SpecPush.Planning;

namespace SpecPush.Pushing;

/// <summary>How a plan went.</summary>
internal sealed record PushOutcome
{
    /// <summary>The requests that the server took whole.</summary>
    public required ImmutableArray<PlannedRequest> Confirmed { get; init; }

    public required ImmutableArray<PushResult> Results { get; init; }

    /// <summary>Whether the server holds everything that was to be sent.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether it stopped for a reason that may pass by itself.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Whether any other request would meet the same: the token, the address, the network or the time is the trouble, not what was sent.</summary>
    public required bool Stopped { get; init; }
}
