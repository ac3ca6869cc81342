using SpecPush.Settings;
using SpecPush.Tool.Settings;

namespace SpecPush.Fuzzing.Targets;

/// <summary>What users set, and files of a checkout that set something.</summary>
internal static class SettingsTargets
{
    private static readonly string[] Paths = ["features/a.feature.yaml", "src/a/b/c.cs", "", "main", "release/1.0"];

    public static FuzzTarget EnvFiles() => new TextTarget(
        ["ACAI_API_TOKEN=abc\nexport ACAI_API_BASE_URL=\"https://x/\" # comment\n'A'='b'\nC=d # e\n"], ["ACAI_API_TOKEN=", "export ", "\"", "'", " #", "="],
        static text => LocalSettingsFile.Parse(text));

    public static FuzzTarget Settings() => new TextTarget(
        [
            "api-url=https://app.acai.sh/api/v1\nmode=Auto\nbranches=main;!x/**\nscope=src\nspecs=features/**/*.feature.yaml\nexclude=a;b\nfeatures=cart\ntarget-impl-name=main=production;release/*=shop/staging\nparent-impl-name=a\noverride-references=true\ntimeout=5\nrepo-uri=github.com/o/r\nbranch=main\ncommit=0123456789012345678901234567890123456789",
            "allow-insecure-api=true\napi-url=http://[::1]:80/\nminimum-tested=80\nbaseline=b.txt\ncollected=*.specpush\ncompare-with=main\nforce=true\nreport=r.json\nassemblies={a,b}/**/*.dll",
        ],
        ["api-url=", "mode=", "branches=", "specs=", "scope=", "target-impl-name=", "timeout=", "{a,b}", "**/", "!", ";", "=", "https://", "\n", "9999999999"],
        static text =>
        {
            var values = text.Split('\n').Select(static line => line.Split('=', 2)).Where(static parts => parts.Length == 2).GroupBy(static parts => parts[0], StringComparer.Ordinal)
                .ToDictionary(static same => same.Key, static same => same.Last()[1], StringComparer.Ordinal);
            var (_, findings) = SettingsReader.Read(RawSettings.From(values.GetValueOrDefault), EnvironmentVariables.Empty, SettingSpelling.ActionInput);
            foreach (var finding in findings)
            {
                Require.OneLine(finding.Message);
            }
        });

    public static FuzzTarget Globs() => new TextTarget(
        ["features/**/*.feature.yaml", "{src,tests}/**/*.{cs,fs}", "!a/*/b", "**", "release/*"], ["**/", "*", "{", "}", ",", "!", "/", "..", "\\"],
        static pattern =>
        {
            if (PatternList.FindError(pattern) is null)
            {
                Require.That(new PatternList([pattern]).Filter(Paths).All(Paths.Contains), "It finds what there is not.");
            }
        });

    public static FuzzTarget ToolSettings() => new BytesTarget(
        ["{\n  \"$schema\": \"x\",\n  // comment\n  \"mode\": \"Push\",\n  \"timeout\": 5,\n  \"force\": true,\n  \"specs\": [\"a\", \"b\"],\n  \"api-token\": \"x\",\n}"],
        ["\"mode\":", "\"specs\":", "[", "]", "\"\\ud800\"", ",", "//", "/*", "*/", "null", "1e9", "true"],
        static content =>
        {
            foreach (var finding in SettingsFile.Parse(content).Findings)
            {
                Require.OneLine(finding.Message);
            }
        });
}
