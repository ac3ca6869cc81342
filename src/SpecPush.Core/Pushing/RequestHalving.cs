using System.Collections.Immutable;
using SpecPush.Planning;

namespace SpecPush.Pushing;

/// <summary>Splits a request that the server found too large.</summary>
internal static class RequestHalving
{
    /// <summary>The parts, in the order of sending; empty if the request cannot be split.</summary>
    public static ImmutableArray<PlannedRequest> Halve(PlannedRequest request)
    {
        // Specs are separated from references first, so that a single spec that is too large is found without resending the references.
        if (!request.Specs.IsEmpty && !request.References.IsEmpty)
        {
            return [request with { References = [] }, request with { Specs = [] }];
        }

        if (request.Specs.Length > 1)
        {
            var half = request.Specs.Length / 2;
            return [request with { Specs = request.Specs[..half] }, request with { Specs = request.Specs[half..] }];
        }

        return request.References.Length > 1 ? HalveReferences(request) : [];
    }

    private static ImmutableArray<PlannedRequest> HalveReferences(PlannedRequest request)
    {
        var references = request.References;
        var middle = references.Length / 2;
        var border = Enumerable.Range(1, references.Length - 1)
            .Where(index => references[index - 1].Feature != references[index].Feature)
            .OrderBy(index => Math.Abs(index - middle))
            .FirstOrDefault(middle);
        var splitsFeature = references[border - 1].Feature == references[border].Feature;
        return
        [
            request with { References = references[..border] },
            request with { References = references[border..], Override = request.Override && !splitsFeature },
        ];
    }
}
