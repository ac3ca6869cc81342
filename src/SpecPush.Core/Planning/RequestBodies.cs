using System.Text;
using System.Text.Json;
using SpecPush.Checkout;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>Turns planned requests into request bodies.</summary>
internal sealed class RequestBodies(PushContext context, IReadOnlyDictionary<string, string> lastCommits, bool includeRawContent)
{
    // The hosted server's limit for `raw_content`, in bytes. The text is optional, so a longer one is omitted.
    private const int RawContentLimit = 51_200;

    // The official CLI sends this for a spec without a version, and both tools must push the same spec.
    private const string DefaultVersion = "1.0.0";

    private readonly Dictionary<PlannedRequest, byte[]> _bodies = new(ReferenceEqualityComparer.Instance);

    /// <summary>The body of a request. It is serialised once, first for its fingerprint and then for sending.</summary>
    public byte[] Serialize(PlannedRequest request)
    {
        if (!_bodies.TryGetValue(request, out var body))
        {
            _bodies[request] = body = JsonSerializer.SerializeToUtf8Bytes(ToBody(request), PushRequestJson.Default.PushRequest);
        }

        return body;
    }

    public int SizeOf(Spec spec) => JsonSerializer.SerializeToUtf8Bytes(ToBody(spec), PushRequestJson.Default.SpecBody).Length + 1;

    /// <summary>An upper bound for the list's size in a body, in bytes.</summary>
    public static int SizeOf(AcidReferences entry) => entry.Acid.Length + 6 + entry.References.Sum(SizeOf);

    public static int SizeOf(Reference reference) =>
        JsonEncodedText.Encode(reference.Path).EncodedUtf8Bytes.Length + "{\"path\":\":2147483647\",\"is_test\":false},".Length;

    private PushRequest ToBody(PlannedRequest request) => new()
    {
        RepoUri = context.RepoUri!,
        BranchName = context.Branch!,
        CommitHash = context.Commit!,
        ProductName = request.Specs.IsEmpty ? request.Product : null,
        TargetImplName = request.TargetImplName,
        ParentImplName = request.ParentImplName,
        Specs = request.Specs.IsEmpty ? null : [.. request.Specs.Select(ToBody)],
        References = request.References.IsEmpty
            ? null
            : new ReferencesBody(request.Override, request.References.ToDictionary(static entry => entry.Acid, ToBody, StringComparer.Ordinal)),
    };

    private SpecBody ToBody(Spec spec) => new(
        new FeatureBody(
            spec.Feature,
            spec.Product,
            spec.Version ?? DefaultVersion,
            spec.Description,
            spec.Prerequisites.IsEmpty ? null : spec.Prerequisites),
        new SpecMeta(
            spec.Path,
            lastCommits.GetValueOrDefault(spec.Path) ?? context.Commit!,
            includeRawContent && Encoding.UTF8.GetByteCount(spec.RawContent) <= RawContentLimit ? spec.RawContent : null),
        spec.Requirements.ToDictionary(
            static requirement => requirement.Acid,
            static requirement => new RequirementBody(
                requirement.Text,
                requirement.Deprecated,
                requirement.Note,
                requirement.ReplacedBy.IsEmpty ? null : requirement.ReplacedBy),
            StringComparer.Ordinal));

    private static IReadOnlyList<ReferenceBody> ToBody(AcidReferences entry) =>
        [.. entry.References.Select(static reference => new ReferenceBody($"{reference.Path}:{reference.Line}", reference.IsTest))];
}
