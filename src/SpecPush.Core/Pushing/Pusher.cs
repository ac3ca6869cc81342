using System.Collections.Immutable;
using System.Net;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.Pushing.Api;
using SpecPush.Specs;

namespace SpecPush.Pushing;

/// <summary>Sends the requests of a plan one after another, and makes the best of what the server says to each.</summary>
internal sealed class Pusher(ApiConnection connection, RequestBodies bodies, PushFindings findings)
{
    // What refuses less than this as too large will refuse everything.
    private const int SmallestLimit = 4096;

    private readonly HashSet<Spec> _accepted = new(ReferenceEqualityComparer.Instance);
    private readonly List<(PlannedRequest Request, PushResponseData Answer)> _answers = [];

    // Once the token, the address or the network is the trouble, every further request would only say so again.
    private bool _stopped;
    private bool _interrupted;

    public async Task<PushOutcome> PushAsync(ImmutableArray<PlannedRequest> requests, CancellationToken cancellationToken)
    {
        var confirmed = ImmutableArray.CreateBuilder<PlannedRequest>();
        var previousWentThrough = true;
        foreach (var request in requests)
        {
            previousWentThrough = (previousWentThrough || !request.ContinuesPrevious) && await SendAsync(request, cancellationToken);
            if (previousWentThrough)
            {
                confirmed.Add(request);
            }
        }

        return new PushOutcome
        {
            Confirmed = confirmed.ToImmutable(),
            Results = PushResults.Sum(_answers),
            Findings = findings.All,
            Complete = confirmed.Count == requests.Length,
            Interrupted = _interrupted,
            Stopped = _stopped,
        };
    }

    private async Task<bool> SendAsync(PlannedRequest request, CancellationToken cancellationToken)
    {
        if (_stopped)
        {
            return false;
        }

        switch (await connection.PushAsync(bodies.Serialize(request), cancellationToken))
        {
            case ApiOutcome.Success success:
                Accept(request, success.Data);
                return true;
            case ApiOutcome.Refused refused:
                return await HandleAsync(refused, request, cancellationToken);
            case ApiOutcome.Unreadable unreadable:
                findings.Unreadable(unreadable);
                _stopped = true;
                return false;
            case ApiOutcome.Unreachable unreachable:
                findings.Unreachable(unreachable.Reason);
                return Interrupt();
            case ApiOutcome.OutOfTime outOfTime:
                findings.OutOfTime(outOfTime);
                return Interrupt();
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private void Accept(PlannedRequest request, PushResponseData answer)
    {
        _accepted.UnionWith(request.Specs);
        _answers.Add((request, answer));
        foreach (var warning in answer.Warnings ?? [])
        {
            findings.ServerWarning(warning);
        }

        if (request.Specs.IsEmpty && answer.ImplementationName is null)
        {
            findings.NoImplementation();
        }
    }

    private async Task<bool> HandleAsync(ApiOutcome.Refused refused, PlannedRequest request, CancellationToken cancellationToken)
    {
        // What is left of a request without the spec that only carries its references.
        var own = request with { Specs = request.Specs.RemoveAll(_accepted.Contains) };
        if (refused.IsAboutSize && RequestHalving.Halve(own) is { IsEmpty: false } halves)
        {
            return await SendPartsAsync(halves, cancellationToken);
        }

        if (SpecAt(refused.Error.Pointer, request) is { } spec)
        {
            findings.RefusedSpec(spec, refused.Error.Detail, refused.Error.Pointer);
            var rest = request with { Specs = request.Specs.Remove(spec) };
            if (!rest.Specs.IsEmpty || !rest.References.IsEmpty)
            {
                await SendAsync(WithCarrier(rest), cancellationToken);
            }

            return false;
        }

        findings.Refused(refused, request);
        _interrupted |= refused.Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        _stopped |= refused.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge)
            || (refused.Status == HttpStatusCode.RequestEntityTooLarge && bodies.Serialize(request).Length < SmallestLimit);
        return false;
    }

    private async Task<bool> SendPartsAsync(ImmutableArray<PlannedRequest> parts, CancellationToken cancellationToken)
    {
        var complete = true;
        foreach (var part in parts)
        {
            complete &= await SendAsync(WithCarrier(part), cancellationToken);
        }

        return complete;
    }

    // References alone are refused on a branch that two products share; a spec that the server has just taken tells it the product.
    private PlannedRequest WithCarrier(PlannedRequest request) =>
        request.Specs.IsEmpty && _accepted.FirstOrDefault(spec => spec.Product == request.Product) is { } carrier
            ? request with { Specs = [carrier] }
            : request;

    private bool Interrupt()
    {
        _stopped = true;
        _interrupted = true;
        return false;
    }

    private static Spec? SpecAt(string? pointer, PlannedRequest request) =>
        pointer?.Split('/') is ["", "specs", var index, ..] && int.TryParse(index, out var position) && position >= 0 && position < request.Specs.Length
            ? request.Specs[position]
            : null;
}

/// <summary>How a plan went.</summary>
internal sealed record PushOutcome
{
    /// <summary>The requests that the server took whole.</summary>
    public required ImmutableArray<PlannedRequest> Confirmed { get; init; }

    public required ImmutableArray<PushResult> Results { get; init; }

    /// <summary>What the API had to say.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether the server holds everything that was to be sent.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether it stopped for a reason that may pass by itself.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Whether any other request would meet the same: the token, the address, the network or the time is the trouble, not what was sent.</summary>
    public required bool Stopped { get; init; }
}
