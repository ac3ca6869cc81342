using SpecPush.Findings;
using SpecPush.Pushing.Api;

namespace SpecPush.Fuzzing.Targets;

/// <summary>What a server answers, or something that is not the server.</summary>
internal static class AnswerTargets
{
    private const string Token = "acai_token";

    public static FuzzTarget Answers() => new BytesTarget(
        ["""{"data":{"branch_id":"b","implementation_name":"x","implementation_id":null,"product_name":"shop","specs_created":1,"specs_updated":0,"warnings":["w"]}}"""],
        ["\"data\":", "\"branch_id\":", "\"specs_created\":", "\"warnings\":[", "null", "1.5", "\\ud800", "{", "}"],
        static answer => _ = PushAnswer.Parse(answer)?.Warnings.Length);

    public static FuzzTarget Errors() => new BytesTarget(
        ["""{"errors":{"detail":"No","status":"X"}}""", """{"errors":[{"title":"Invalid value","detail":"x","source":{"pointer":"/specs/0/feature/name"}},{"detail":"y"}]}""", "<html>"],
        ["\"errors\":", "\"detail\":", "\"source\":", "\"pointer\":", "[{", "}]", "null", "\\ud800", "\\u000a", "\\u202e", Token],
        static answer =>
        {
            var error = ApiError.Parse(answer, new Redaction(Token));
            Require.OneLine(error.Detail + error.Pointer);
            Require.That(error.Detail?.Contains(Token, StringComparison.Ordinal) is not true, "The token is quoted.");
            Require.That(error.Detail is not { Length: > 500 }, "Too long for a line.");
        });
}
