using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>One request of a push, before it becomes bytes. A request that the server finds too large is halved and goes on.</summary>
internal sealed record PlannedRequest
{
    /// <summary>Null for a request with references only, when the user named no product.</summary>
    public required string? Product { get; init; }

    public string? TargetImplName { get; init; }

    public string? ParentImplName { get; init; }

    public ImmutableArray<Spec> Specs { get; init; } = [];

    /// <summary>In the order in which they are sent; those of one feature are together.</summary>
    public ImmutableArray<AcidReferences> References { get; init; } = [];

    /// <summary>Whether the references of the features in this request replace those on the server.</summary>
    public bool Override { get; init; }

    /// <summary>
    /// Whether this request adds to the references of a feature that the request before it began. They are sent together or not
    /// at all: the first one replaces what the next ones brought the last time.
    /// </summary>
    public bool ContinuesPrevious { get; init; }

    public int ReferenceCount => References.Sum(static entry => entry.References.Length);
}

/// <summary>All references of one requirement: the server keeps them as one list. Empty to remove what it holds.</summary>
internal sealed record AcidReferences(string Acid, ImmutableArray<Reference> References)
{
    public string Feature { get; } = Acid[..Acid.IndexOf('.', StringComparison.Ordinal)];
}
