using SpecPush.References.Collected;
using SpecPush.References.Manifests;

namespace SpecPush.Fuzzing.Targets;

/// <summary>What one build leaves for another, in a folder or on another machine.</summary>
internal static class HandedOverTargets
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private const string Manifest =
        """{"formatVersion":1,"projectPath":"tests/T.csproj","targetFramework":"net10.0","configuration":"Debug","isTestProject":true,"sources":[{"path":"tests/A.cs","algorithm":"Sha256","checksum":"AB"}],"otherFiles":["tests/B.cs"],"tests":[{"path":"tests/A.cs","line":3,"firstLine":2,"lastLine":5,"acids":["a.B.1"]}]}""";

    private static readonly string[] Words = ["\"sources\":", "\"tests\":", "\"acids\":", "\"path\":", "null", "[]", "{}", "../", "\\\\", "C:", "\"formatVersion\":1", "\\ud800", "-1", ",", "\"Sha1\"", "{\"", "\"}"];

    public static FuzzTarget Manifests() => new BytesTarget([Manifest], Words, static content =>
    {
        if (ManifestFile.Parse(content) is { } manifest)
        {
            ManifestCheck.Select([manifest], "/nowhere", ["tests/C.cs"], CancellationToken.None);
        }
    });

    public static FuzzTarget CollectedFiles() => new BytesTarget(
        [
            $$"""{"$comment":"generated-by: specpush","specPushCollection":1,"toolVersion":"0.1.0","commit":"{{Commit}}","manifests":[{{Manifest}}]}""",
            """{"specPushCollection":2,"toolVersion":"9"}""",
        ],
        [.. Words, "\"specPushCollection\":1", "\"commit\":", "\"manifests\":"],
        static content =>
        {
            var (manifests, finding) = CollectionFile.Read(new MemoryStream(content), "a.specpush", Commit);
            var paths = manifests.SelectMany(static manifest => manifest.Sources.Select(static source => source.Path).Concat(manifest.Tests.Select(static test => test.Path)));
            Require.That(!paths.Any(static path => path.StartsWith('/') || path.Split('/', '\\').Contains("..")), "A path leads out.");
            Require.OneLine(finding?.Message);
        });
}
