using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.Pushing.Api;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Pushing;

/// <summary>Turns the API's answers into findings that say what to do.</summary>
/// <param name="spelling">How the user spells settings.</param>
/// <param name="context">Repository, branch and commit.</param>
/// <param name="apiUrl">The API's address.</param>
/// <param name="outage">The severity of temporary failures.</param>
internal sealed class PushFindings(SettingSpelling spelling, PushContext context, Uri apiUrl, Severity outage)
{
    private const string NothingLost = "Nothing is lost: the next run sends it again.";

    private readonly List<Finding> _findings = [];

    public ImmutableArray<Finding> All => [.. _findings.Distinct()];

    private string Host => apiUrl.GetLeftPart(UriPartial.Authority);

    public void Refused(ApiOutcome.Refused refused, PlannedRequest request)
    {
        var detail = refused.Error.Detail is { } text ? $" ({text})" : "";
        switch (refused.Status)
        {
            case HttpStatusCode.Unauthorized:
                Add("SPUSH4001", Severity.Error, $"{Host} did not accept the token{detail}; put a valid one into {spelling["api-token"]}.");
                break;
            case HttpStatusCode.Forbidden:
                Add("SPUSH4002", Severity.Error, $"The token does not have permission for this{detail}; give it the scopes specs:write, refs:write and impls:write.");
                break;
            case HttpStatusCode.NotFound:
                Add("SPUSH4003", Severity.Error, $"{apiUrl}push does not exist{detail}; {spelling["api-url"]} must be the address of the API with its version, such as https://app.acai.sh/api/v1.");
                break;
            case HttpStatusCode.RequestEntityTooLarge:
                Add("SPUSH4004", Severity.Error, $"{Host} found {Describe(request)} too large even on its own{detail}; shorten it, or raise the server's limit.", PlaceOf(request));
                break;
            case HttpStatusCode.UnprocessableEntity:
                Unprocessable(refused.Error, request);
                break;
            case HttpStatusCode.RequestTimeout:
                Add("SPUSH4051", outage, $"{Host} gave up waiting for the request (408){detail}. {NothingLost}");
                break;
            case HttpStatusCode.TooManyRequests:
                Add("SPUSH4052", outage, $"{Host} is rate-limiting this token (429){detail}; let one job push and the others check. {NothingLost}");
                break;
            case >= HttpStatusCode.InternalServerError:
                Add("SPUSH4053", outage, $"{Host} failed with status {(int)refused.Status}{detail}. {NothingLost}");
                break;
            case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                Add("SPUSH4005", Severity.Error, $"{Host} redirects to {refused.Location ?? "another address"}, which is not followed because that would send the token there; set {spelling["api-url"]} to the right address.");
                break;
            default:
                Add("SPUSH4006", Severity.Error, $"{Host} answered with status {(int)refused.Status}{detail} to {Describe(request)}; if {spelling["api-url"]} is right, please report this.");
                break;
        }
    }

    public void Unreadable(ApiOutcome.Unreadable answer) => Add("SPUSH4007", Severity.Error,
        $"{apiUrl}push {(answer.MediaType is { } type ? $"answered with {type}, not like the acai API" : "does not answer like the acai API")}; check {spelling["api-url"]}, and whether a proxy or a login page is in between.");

    public void ProxyDenied(string proxy) => Add("SPUSH4013", Severity.Error,
        $"The proxy {proxy} asks for a user name and a password; write the right ones into its address, as in HTTPS_PROXY=http://user:password@{proxy}. {NothingLost}");

    public void Unreachable(ApiOutcome.Unreachable answer) => Add("SPUSH4054", outage,
        $"{Host} cannot be reached{(answer.Proxy is null ? "" : $" through the proxy {answer.Proxy}")}: {answer.Reason.TrimEnd('.')}. {NothingLost}");

    public void OutOfTime(ApiOutcome.OutOfTime time)
    {
        var allowed = $"{Seconds(time.Budget)} seconds that {spelling["timeout"]} allows";
        if (time.Left == TimeSpan.Zero)
        {
            Add("SPUSH4056", outage, $"The {allowed} for everything that is sent were used up before this could be sent; raise it if that happens often. {NothingLost}");
            return;
        }

        var left = time.Left < time.Budget * 0.95 ? $"{Seconds(time.Left)} seconds that were left of the " : "";
        Add("SPUSH4055", outage, $"{Host} did not answer within the {left}{allowed}. {NothingLost}");
    }

    public void RefusedSpec(Spec spec, ApiError error, bool othersWereSent) => Add("SPUSH4008", Severity.Error,
        $"The server refused this spec: {error.Detail ?? "it gave no reason"}.{(othersWereSent ? " The other specs were sent without it." : "")}", PlaceOf(spec, error.Pointer));

    public void ServerWarning(string text) => Add("SPUSH4011", Severity.Warning, $"The server says: {text}");

    public void NoImplementation() => Add("SPUSH4012", Severity.Warning,
        $"The references were accepted, but no implementation tracks this branch, so they are not shown anywhere; set {spelling["product-name"]} and {spelling["target-impl-name"]}, and {spelling["parent-impl-name"]} to create one.");

    private void Unprocessable(ApiError error, PlannedRequest request)
    {
        var detail = error.Detail ?? "the server gave no reason";
        if (detail.StartsWith("Implementation name '", StringComparison.Ordinal) && detail.Contains("already exists", StringComparison.Ordinal))
        {
            var name = request.TargetImplName ?? context.Branch;
            var setting = spelling["target-impl-name"];
            Add("SPUSH4009", Severity.Error,
                $"Product '{request.Product}' has an implementation '{name}' that belongs to another repository. If this repository is part of it, set {setting} to '{context.Branch}={name}'; if not, choose another name, such as '{context.Branch}={OwnName(name)}'.");
            return;
        }

        Add("SPUSH4010", Severity.Error, $"The server refused {Describe(request)}: {detail}{At(error.Pointer)}.", PlaceOf(request));
    }

    // Builds run with the user's culture.
    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private string OwnName(string? name) => $"{context.RepoUri?.Split('/')[^1]}-{name}";

    private static string At(string? pointer) => pointer is null ? "" : $" (at {pointer})";

    private static string Describe(PlannedRequest request) => request switch
    {
        { Specs: [var spec] } => $"the spec of {spec.Feature}",
        { Specs.IsEmpty: false } => $"{request.Specs.Length} specs of {request.Product}",
        { References: [var only] } => $"the references to {only.Acid}",
        _ => "the references",
    };

    private static SourceLocation? PlaceOf(PlannedRequest request) => request.Specs is [var spec] ? PlaceOf(spec, null) : null;

    private static SourceLocation PlaceOf(Spec spec, string? pointer)
    {
        var last = pointer?.Split('/')[^1].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return spec.Requirements.FirstOrDefault(requirement => pointer?.Contains($"/{requirement.Acid}", StringComparison.Ordinal) == true)?.Location
            ?? spec.FeatureKeys.GetValueOrDefault(last ?? "")
            ?? spec.FeatureKeys.GetValueOrDefault("name")
            ?? new SourceLocation(spec.Path);
    }

    private void Add(string code, Severity severity, string message, SourceLocation? location = null) =>
        _findings.Add(new Finding(code, severity, message, location));
}
