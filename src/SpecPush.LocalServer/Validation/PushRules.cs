using System.Text;
using System.Text.RegularExpressions;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Validation;

/// <summary>The rules for a push that matches the schema, checked before anything is stored, in the API's order.</summary>
internal static partial class PushRules
{
    private const int MaxName = 255;

    public static string NoAcid(string acid) => $"references: '{acid}' is not a requirement ID";

    public static void CheckScopes(Push push, TokenHolder holder)
    {
        if (push.Specs.Count > 0)
        {
            Require(Scopes.WriteSpecs);
        }

        if (push.References is not null)
        {
            Require(Scopes.WriteReferences);
        }

        void Require(string scope)
        {
            if (!holder.Scopes.Contains(scope))
            {
                throw RefusalException.MissingScope(scope);
            }
        }
    }

    /// <exception cref="RefusalException">A rule is broken.</exception>
    public static void Check(Push push, Limits limits)
    {
        CheckProducts(push);
        CheckLimits(push, limits);
        CheckName("repo_uri", push.RepoUri);
        CheckName("branch_name", push.BranchName);
        CheckName("commit_hash", push.CommitHash);
        CheckName("target_impl_name", push.TargetImplName);
        CheckName("parent_impl_name", push.ParentImplName);
        foreach (var spec in push.Specs)
        {
            CheckSpec(spec);
        }

        foreach (var acid in push.References?.Data.Keys ?? [])
        {
            // Observed: without specs, the API accepts references to an ID without dots if no implementation tracks the branch, which PushStore checks.
            RefuseIf(!Acid.IsMatch(acid) && !(push.Specs.Count == 0 && Name.IsMatch(acid)), NoAcid(acid));
        }
    }

    private static void CheckProducts(Push push)
    {
        var duplicate = push.Specs.GroupBy(static spec => spec.Feature, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1);
        RefuseIf(duplicate is not null, $"Push rejected: specs contain duplicate feature.name '{duplicate?.Key}'.");
        var products = push.Specs.Select(static spec => spec.Product).Distinct(StringComparer.Ordinal).ToArray();
        RefuseIf(products.Length > 1, $"Push rejected: specs span multiple products ({string.Join(", ", products)}). All specs must belong to the same product.");
        RefuseIf(push.ProductName is not null && products.Length == 1 && push.ProductName != products[0], $"product_name '{push.ProductName}' must match pushed specs product '{products.FirstOrDefault()}'");
    }

    private static string TooLong(string member) => $"Push rejected: {member} exceeds the configured maximum length.";

    private static void CheckLimits(Push push, Limits limits)
    {
        RefuseIf(push.RepoUri.Length > limits.RepoUri, TooLong("repo_uri"));
        RefuseIf(push.Specs.Count > limits.Specs, "Push rejected: too many specs in one push.");
        RefuseIf(push.References?.Data.Count > limits.Acids, "Push rejected: too many reference entries in one push.");
        foreach (var spec in push.Specs)
        {
            RefuseIf(spec.Requirements.Count > limits.Requirements, "Push rejected: a spec exceeded the configured requirement count.");
            RefuseIf(spec.RawContent is not null && Encoding.UTF8.GetByteCount(spec.RawContent) > limits.RawContent, TooLong("meta.raw_content"));
            RefuseIf(Graphemes.Exceed(spec.Description, limits.Description), TooLong("feature.description"));
            RefuseIf(spec.Path.Length > limits.Path, TooLong("meta.path"));
            RefuseIf(spec.Requirements.Values.Any(requirement => Graphemes.Exceed(requirement.Requirement, limits.RequirementText)), TooLong("a requirement string"));
        }
    }

    private static void CheckSpec(PushedSpec spec)
    {
        RefuseIf(!Name.IsMatch(spec.Feature) || spec.Feature.Length > MaxName, "feature_name: has invalid format");
        RefuseIf(!Name.IsMatch(spec.Product) || spec.Product.Length > MaxName, "product_name: has invalid format");
        RefuseIf(!Version.IsMatch(spec.Version), "feature_version: must follow SemVer format (e.g., 1.0.0)");
        foreach (var acid in spec.Requirements.Keys)
        {
            RefuseIf(!Acid.IsMatch(acid), $"requirements: '{acid}' is not a requirement ID");
        }
    }

    private static void CheckName(string field, string? value)
    {
        RefuseIf(value is not null && string.IsNullOrWhiteSpace(value), $"{field}: can't be blank");
        RefuseIf(field != "repo_uri" && value?.Length > MaxName, $"{field}: should be at most {MaxName} character(s)");
    }

    private static void RefuseIf(bool broken, string detail)
    {
        if (broken)
        {
            throw RefusalException.Unprocessable(detail);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\A\d+\.\d+\.\d+\z")]
    private static partial Regex Version { get; }

    // Feature, group and number, which other parts of the server split again.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\.[^.\s]+\.[^.\s]+\z")]
    private static partial Regex Acid { get; }
}
