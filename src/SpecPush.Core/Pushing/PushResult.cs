using System.Collections.Immutable;

namespace SpecPush.Pushing;

/// <summary>What the server did with one product.</summary>
/// <param name="Product">Null for references that no product was named for.</param>
/// <param name="Implementation">Null when no implementation tracks the branch.</param>
/// <param name="BranchId">The server's name of the branch.</param>
/// <param name="SpecsCreated">Specs that were new.</param>
/// <param name="SpecsUpdated">Specs that had changed.</param>
/// <param name="References">References sent.</param>
/// <param name="Warnings">What the server had to say. Untrusted text.</param>
public sealed record PushResult(
    string? Product,
    string? Implementation,
    string? BranchId,
    int SpecsCreated,
    int SpecsUpdated,
    int References,
    ImmutableArray<string> Warnings);
