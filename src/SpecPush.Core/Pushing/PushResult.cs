using System.Collections.Immutable;
using SpecPush.Planning;
using SpecPush.Pushing.Api;

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

/// <summary>Sums up the answers of a push by product.</summary>
internal static class PushResults
{
    public static ImmutableArray<PushResult> Sum(IEnumerable<(PlannedRequest Request, PushResponseData Answer)> answers) =>
    [
        .. answers.GroupBy(static answer => answer.Request.Product ?? answer.Answer.ProductName).Select(static product => new PushResult(
            product.Key,
            product.Select(static answer => answer.Answer.ImplementationName).FirstOrDefault(static name => name is not null),
            product.Select(static answer => answer.Answer.BranchId).FirstOrDefault(static id => id is not null),
            product.Sum(static answer => answer.Answer.SpecsCreated),
            product.Sum(static answer => answer.Answer.SpecsUpdated),
            product.Sum(static answer => answer.Request.ReferenceCount),
            [.. product.SelectMany(static answer => answer.Answer.Warnings ?? []).Distinct(StringComparer.Ordinal)])),
    ];
}
