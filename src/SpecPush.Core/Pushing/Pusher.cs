using System.Collections.Immutable;
using System.Net;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.Pushing.Api;
using SpecPush.Specs;

namespace SpecPush.Pushing;

/// <summary>Sends the requests of a plan one after another. After a refusal, it still sends everything that the server may accept.</summary>
internal sealed class Pusher(ApiConnection connection, RequestBodies bodies, PushFindings findings)
{
    // A server that finds less than this too large refuses everything.
    private const int SmallestLimit = 4096;

    private readonly HashSet<Spec> _accepted = new(ReferenceEqualityComparer.Instance);
    private readonly List<(PlannedRequest Request, PushAnswer Answer)> _answers = [];

    // If the token, the address or the network is the problem, every further request would fail in the same way.
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
            Accepted = [.. _answers.Select(static answer => answer.Request)],
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
            case ApiOutcome.ProxyDenied denied:
                findings.ProxyDenied(denied.Proxy);
                _stopped = true;
                return false;
            case ApiOutcome.Unreachable unreachable:
                findings.Unreachable(unreachable);
                return Interrupt();
            case ApiOutcome.OutOfTime outOfTime:
                findings.OutOfTime(outOfTime);
                return Interrupt();
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private void Accept(PlannedRequest request, PushAnswer answer)
    {
        _accepted.UnionWith(request.Specs);
        _answers.Add((request, answer));
        foreach (var warning in answer.Warnings)
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
        // The request without a spec that was added only to name the product.
        var own = request with { Specs = request.Specs.RemoveAll(_accepted.Contains) };
        if (refused.IsAboutSize && RequestHalving.Halve(own) is { IsEmpty: false } halves)
        {
            return await SendPartsAsync(halves, cancellationToken);
        }

        if (SpecAt(refused.Error.Pointer, request) is { } spec)
        {
            var rest = request with { Specs = request.Specs.Remove(spec) };
            var wasSent = (!rest.Specs.IsEmpty || !rest.References.IsEmpty) && await SendAsync(WithCarrier(rest), cancellationToken);
            findings.RefusedSpec(spec, refused.Error, othersWereSent: wasSent && !rest.Specs.IsEmpty);
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

    // The server refuses a request with only references on a branch with two products; a spec that it has just accepted tells it the product.
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

/// <summary>The result of sending a plan.</summary>
internal sealed record PushOutcome
{
    /// <summary>The requests of the plan that the server accepted completely.</summary>
    public required ImmutableArray<PlannedRequest> Confirmed { get; init; }

    /// <summary>Everything that the server accepted, as it was sent, also of requests that it did not accept completely.</summary>
    public required ImmutableArray<PlannedRequest> Accepted { get; init; }

    public required ImmutableArray<PushResult> Results { get; init; }

    /// <summary>The findings from the API's answers.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether the server accepted everything.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether a temporary failure stopped it.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Whether every other request would fail, too, because the problem is the token, the address, the network or the time.</summary>
    public required bool Stopped { get; init; }
}
