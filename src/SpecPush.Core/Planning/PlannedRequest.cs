using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>One request of a push, before it is serialised. If the server finds it too large, it is sent in halves.</summary>
internal sealed record PlannedRequest
{
    /// <summary>Null for a request with only references, if the user set no product.</summary>
    public required string? Product { get; init; }

    public string? TargetImplName { get; init; }

    public string? ParentImplName { get; init; }

    public ImmutableArray<Spec> Specs { get; init; } = [];

    /// <summary>In the order of sending, grouped by feature.</summary>
    public ImmutableArray<AcidReferences> References { get; init; } = [];

    /// <summary>Whether the references of the features in this request replace those on the server.</summary>
    public bool Override { get; init; }

    /// <summary>
    /// Whether this request continues the references of the previous request's last feature. All of them must be sent again
    /// together, because the first one replaces what the others added last time.
    /// </summary>
    public bool ContinuesPrevious { get; init; }

    public int ReferenceCount => References.Sum(static entry => entry.References.Length);
}

/// <summary>All references to a requirement, which the server stores as one list. An empty list removes those on the server.</summary>
internal sealed record AcidReferences(string Acid, ImmutableArray<Reference> References)
{
    public string Feature { get; } = Acid[..Acid.IndexOf('.', StringComparison.Ordinal)];
}
