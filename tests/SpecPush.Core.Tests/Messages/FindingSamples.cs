using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.Pushing.Api;
using SpecPush.References;
using SpecPush.Settings;
using SpecPush.Specs;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Messages;

/// <summary>Values for the parameters of methods that create findings: by name for texts and numbers, with the method's name in front where necessary, and by type for everything else.</summary>
internal static class FindingSamples
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly ImmutableArray<string> Few = ["cart", "stock"];
    private static readonly ImmutableArray<string> Many = ["cart", "stock", "delivery", "depot", "returns", "search", "sign-in"];

    private static readonly Dictionary<string, object?[]> Texts = new()
    {
        ["InvalidGroupKey.key"] = ["SIGN IN"],
        ["InvalidName.key"] = ["name", "product"],
        ["NameTooLong.key"] = ["name", "product"],
        ["UnreferableGroupKey.key"] = ["login", "2FA"],
        ["DashInGroupKey.key"] = ["SIGN-IN"],
        ["RepeatedGroup.key"] = ["LINES"],
        ["NestedNote.key"] = ["3-note"],
        ["MisspeltKey.key"] = ["componets"],
        ["InvalidPattern.problem"] = ["its braces are unbalanced, nested or too many"],
        ["ModeIsOff.mode"] = ["SpecPushMode"],
        ["ModeIsCheck.mode"] = ["SpecPushMode"],
        ["ReplacementIsNoAcid.acid"] = ["LINES.1"],
        ["FileNotWritten.name"] = ["GITHUB_OUTPUT"],
        ["UnknownValue.setting"] = ["mode"],
        ["InvalidPercentage.setting"] = ["minimum-tested"],
        ["PartialAcid.reference"] = [Given.Reference("cart.LINES")],
        ["NeedsOther.setting"] = ["update-baseline"],
        ["acid"] = ["cart.LINES.7"],
        ["branch"] = ["main"],
        ["branches"] = ["SpecPushBranches"],
        ["baseline"] = ["untested.txt"],
        ["changedPath"] = ["tests/CartTests.cs"],
        ["comment"] = ["#38 is mended"],
        ["UnknownCommit.commit"] = ["abc"],
        ["commit"] = [Given.Commit],
        ["headCommit"] = [Given.Commit],
        ["pushedCommit"] = [new string('b', 40)],
        ["tag"] = ["v1.0"],
        ["tip"] = [new string('b', 40)],
        ["token"] = ["ACAI_API_TOKEN"],
        ["toolVersion"] = ["2.0"],
        ["OtherCommit.name"] = ["jobs/windows.specpush"],
        ["UnknownVersion.name"] = ["jobs/windows.specpush"],
        ["Unusable.name"] = ["jobs/windows.specpush"],
        ["Unusable.reason"] = ["SpecPush did not write it"],
        ["NotInFile.name"] = ["api-url"],
        ["NotInFile.reason"] = ["a file of the checkout must not decide where the token is sent; use the option --api-url"],
        ["UnknownSetting.name"] = ["target"],
        ["WrongKind.name"] = ["force"],
        ["RepeatedSetting.name"] = ["scope"],
        ["InvalidFile.reason"] = ["it is not an object, { … }"],
        ["problem"] = ["did not find expected key"],
        ["document"] = ["/_/tests/CartTests.cs"],
        ["detail"] = ["Missing field: name"],
        ["encoding"] = ["utf-8"],
        ["entry"] = ["production"],
        ["expected"] = ["text", "true or false"],
        ["file"] = ["basket.feature.yaml"],
        ["fileName"] = ["0a1b2c.json"],
        ["id"] = ["3_1"],
        ["key"] = ["name"],
        ["kind"] = ["InvalidOperationException"],
        ["meant"] = ["components"],
        ["message"] = ["Sequence contains no elements."],
        ["missing"] = ["there is no commit yet"],
        ["name"] = ["Cart"],
        ["nearest"] = ["cart.LINES.1"],
        ["other"] = ["baseline"],
        ["path"] = ["features/cart.feature.yaml"],
        ["pattern"] = ["bin/*.dll"],
        ["proxy"] = ["proxy.example:3128"],
        ["projectPath"] = ["tests/Shop.Tests/Shop.Tests.csproj", ""],
        ["provider"] = ["github-actions", "gitlab-ci"],
        ["reason"] = ["Permission denied"],
        ["root"] = ["/home/me/shop"],
        ["scope"] = ["Src"],
        ["setting"] = ["target-impl-name"],
        ["text"] = ["The feature 'cart' was renamed"],
        ["value"] = ["maybe"],
        ["version"] = ["1.0"],
        ["with"] = ["main"],
    };

    private static readonly Dictionary<string, object?[]> Numbers = new()
    {
        ["count"] = [3, 1],
        ["commits"] = [3, 1],
        ["found"] = [6000],
        ["firstLine"] = [5],
        ["length"] = [2501],
        ["line"] = [3],
        ["projects"] = [3, 1],
        ["maximum"] = [32],
        ["minimum"] = [80],
        ["others"] = [0, 2],
        ["sent"] = [5000],
        ["size"] = [2_000_000],
        ["specs"] = [3, 1],
        ["TooLarge.maximum"] = [1_048_576],
        ["TooManyNodes.maximum"] = [100_000],
        ["TooManyRequirements.count"] = [101],
        ["NameTooLong.maximum"] = [255],
    };

    private static readonly PlannedRequest OneSpec = new() { Product = "shop", Specs = [Given.Spec("cart")] };

    private static readonly Dictionary<Type, object?[]> Values = new()
    {
        [typeof(bool)] = [true, false],
        [typeof(ApiError)] = [new ApiError("Missing field: name", "/specs/0/feature/name"), ApiError.None],
        [typeof(char)] = ['`', '"', '|', '['],
        [typeof(TimeSpan)] = [TimeSpan.FromSeconds(120)],
        [typeof(Severity)] = [Severity.Warning],
        [typeof(ImmutableArray<string>)] = [Few, Many],
        [typeof(IEnumerable<string>)] = [new[] { "Auto", "Push", "Check", "Off" }],
        [typeof(SourceLocation)] = [new SourceLocation("features/cart.feature.yaml", 14, 7)],
        [typeof(Uri)] = [new Uri("https://acai.example/api/v1/")],
        [typeof(SettingSpelling)] = [SettingSpelling.MSBuildProperty],
        [typeof(PushContext)] = [Given.Context()],
        [typeof(NotPushedReason)] = [NotPushedReason.NoCommit],
        [typeof(OtherCheckout)] =
        [
            new OtherCheckout(Given.Commit, new string('b', 40), null),
            new OtherCheckout(Given.Commit, new string('b', 40), "${{ github.event.pull_request.head.sha }}"),
        ],
        [typeof(Requirement)] = [Given.Spec("cart").Requirements[0], Given.Spec("cart").Requirements[0] with { ReplacedBy = ["cart.LINES.2"] }],
        [typeof(Reference)] = [Given.Reference("cart.LINES.7")],
        [typeof(ComparisonSettings)] = [new ComparisonSettings(null, null, FailOnLostTests: false, FailOnUntestedAdditions: false)],
        [typeof(MergeBase)] = [new MergeBase(Given.Commit, 12)],
        [typeof(RequirementChange)] =
        [
            new RequirementChange
            {
                Product = "shop", Acid = "cart.LINES.7", Changes = [ChangeKind.LostTests], Text = "It works", Path = "features/cart.feature.yaml", Line = 14,
                LostTests = ["test/a.test.js:1", "test/a.test.js:2", "test/a.test.js:3", "test/b.test.js:1"],
            },
        ],
        [typeof(Spec)] = [Given.Spec("cart")],
        [typeof(CoverageTotal)] = [new CoverageTotal(2, 1)],
        [typeof(RequirementCoverage)] = [new RequirementCoverage("cart.LINES.2", "It works", false, "features/cart.feature.yaml", 7, [], [])],
        [typeof(PlannedRequest)] =
        [
            OneSpec,
            OneSpec with { Specs = [Given.Spec("cart"), Given.Spec("stock")] },
            OneSpec with { Specs = [], References = [new AcidReferences("cart.A.1", [])] },
            OneSpec with { Specs = [], References = [new AcidReferences("cart.A.1", []), new AcidReferences("cart.A.2", [])] },
        ],
        [typeof(ApiOutcome.Refused)] =
        [
            Refused(400, "Bad request"), Refused(400, null),
            .. ((int[])[302, 401, 403, 404, 408, 413, 422, 429, 500, 503]).Select(static status => Refused(status, "No")),
            Refused(422, null), Refused(422, "No", "/specs/0/feature/name"),
            Refused(422, "Implementation name 'main' already exists"),
            new ApiOutcome.Refused((HttpStatusCode)301, ApiError.None, "https://login.example/", null),
        ],
        [typeof(ApiOutcome.Unreadable)] = [new ApiOutcome.Unreadable(HttpStatusCode.OK, "text/html"), new ApiOutcome.Unreadable(HttpStatusCode.OK, null)],
        [typeof(ApiOutcome.Unreachable)] = [new ApiOutcome.Unreachable("the connection was refused", null), new ApiOutcome.Unreachable("the host name is unknown", "proxy.example:3128")],
        [typeof(ApiOutcome.OutOfTime)] =
        [
            new ApiOutcome.OutOfTime(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)),
            new ApiOutcome.OutOfTime(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1.5)),
            new ApiOutcome.OutOfTime(TimeSpan.FromSeconds(5), TimeSpan.Zero),
        ],
    };

    public static object?[] For(ParameterInfo parameter)
    {
        var byName = parameter.ParameterType == typeof(int) ? Numbers : Texts;
        var found = byName.GetValueOrDefault($"{parameter.Member.Name}.{parameter.Name}")
            ?? (parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(int) ? byName.GetValueOrDefault(parameter.Name!) : Values.GetValueOrDefault(parameter.ParameterType));
        if (found is not null)
        {
            return Nullability.Create(parameter).WriteState == NullabilityState.Nullable ? [.. found, null] : found;
        }

        throw new InvalidOperationException(
            $"No sample fits the parameter '{parameter.ParameterType.Name} {parameter.Name}' of {parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}; add one to {nameof(FindingSamples)}.");
    }

    private static ApiOutcome.Refused Refused(int status, string? detail, string? pointer = null) => new((HttpStatusCode)status, new ApiError(detail, pointer), null, null);
}
