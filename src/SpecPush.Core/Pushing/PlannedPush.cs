using System.Collections.Immutable;
using SpecPush.Planning;

namespace SpecPush.Pushing;

/// <summary>What a push would send for one product.</summary>
/// <param name="Product">Null for references that no product was named for.</param>
/// <param name="Implementation">The name that it would be sent to.</param>
/// <param name="Specs">Specs that the server does not hold in this state, as far as this checkout remembers.</param>
/// <param name="References">References sent with them.</param>
/// <param name="Override">Whether they would replace the server's, or be added to them.</param>
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
