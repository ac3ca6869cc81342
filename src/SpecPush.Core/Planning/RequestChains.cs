using System.Collections.Immutable;

namespace SpecPush.Planning;

/// <summary>Requests that are sent together or not at all, with the fingerprint of each.</summary>
internal sealed record RequestChain(ImmutableArray<PlannedRequest> Requests, ImmutableArray<string> Fingerprints);

/// <summary>Finds the chains in a plan, each a request and those that continue it.</summary>
internal static class RequestChains
{
    public static ImmutableArray<RequestChain> Find(ImmutableArray<PlannedRequest> requests, Func<PlannedRequest, string> fingerprint)
    {
        var chains = ImmutableArray.CreateBuilder<RequestChain>();
        foreach (var request in requests)
        {
            var previous = request.ContinuesPrevious ? chains[^1] : new RequestChain([], []);
            var chain = new RequestChain(previous.Requests.Add(request), previous.Fingerprints.Add(fingerprint(request)));
            if (request.ContinuesPrevious)
            {
                chains[^1] = chain;
            }
            else
            {
                chains.Add(chain);
            }
        }

        return chains.ToImmutable();
    }
}
