using System.Collections.Immutable;
using SpecPush.Planning;
using SpecPush.Pushing.Api;

namespace SpecPush.Pushing;

/// <summary>What the server did with one product.</summary>
/// <param name="Product">Null for references without a product.</param>
/// <param name="Implementation">Null if no implementation tracks the branch.</param>
/// <param name="BranchId">The server's ID of the branch.</param>
/// <param name="SpecsCreated">The number of new specs.</param>
/// <param name="SpecsUpdated">The number of changed specs.</param>
/// <param name="References">The number of references sent.</param>
/// <param name="Warnings">The server's warnings. Untrusted text.</param>
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
    public static ImmutableArray<PushResult> Sum(IEnumerable<(PlannedRequest Request, PushAnswer Answer)> answers) =>
    [
        .. answers.GroupBy(static answer => answer.Request.Product ?? answer.Answer.ProductName).Select(static product => new PushResult(
            product.Key,
            product.Select(static answer => answer.Answer.ImplementationName).FirstOrDefault(static name => name is not null),
            product.Select(static answer => answer.Answer.BranchId).FirstOrDefault(static id => id is not null),
            product.Sum(static answer => answer.Answer.SpecsCreated),
            product.Sum(static answer => answer.Answer.SpecsUpdated),
            product.Sum(static answer => answer.Request.ReferenceCount),
            [.. product.SelectMany(static answer => answer.Answer.Warnings).Distinct(StringComparer.Ordinal)])),
    ];
}
