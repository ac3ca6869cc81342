using System.Collections.Immutable;
using SpecPush.Planning;

namespace SpecPush.Pushing;

/// <summary>What a push would send for one product.</summary>
/// <param name="Product">Null for references without a product.</param>
/// <param name="Implementation">The name of the implementation.</param>
/// <param name="Specs">The number of specs that this checkout has not yet sent in their current state.</param>
/// <param name="References">The number of references.</param>
/// <param name="Override">Whether the references would replace those on the server, instead of being added.</param>
public sealed record PlannedPush(string? Product, string Implementation, int Specs, int References, bool Override);

/// <summary>Sums up the requests of a plan by product.</summary>
internal static class PlannedPushes
{
    public static ImmutableArray<PlannedPush> Sum(IEnumerable<PlannedRequest> requests, string branch) =>
    [
        .. requests.GroupBy(static request => request.Product).Select(product => new PlannedPush(
            product.Key,
            product.First().TargetImplName ?? branch,
            product.Sum(static request => request.Specs.Length),
            product.Sum(static request => request.ReferenceCount),
            product.Any(static request => request.Override))),
    ];
}
