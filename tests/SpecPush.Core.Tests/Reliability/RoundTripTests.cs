using System.Collections.Frozen;
using CsCheck;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.References.Text;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Tests.Reliability;

/// <summary>What is written is read back as it was, whatever characters are in it.</summary>
[TestClass]
public sealed class RoundTripTests
{
    private const int Cases = 1000;

    private static readonly string[] Odd = ["", "\n", "::error::x", "%0A", "<script>", "..", "\\", "\u202E", "\0", "'\"", "😀", "\u001b[31m", "{0}"];

    // Whatever a file name or a message may hold; halves of characters are none, and a writer replaces them.
    private static readonly Gen<string> Text = Gen.Select(
            Gen.OneOf(Gen.String, Gen.Int[0, Odd.Length - 1].Select(static index => Odd[index])), Gen.String,
            static (first, second) => first + second)
        .Select(static text => string.Concat(text.EnumerateRunes()));

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    public void The_last_run() => Gen.Select(Text, Text, Text, Gen.Enum<Severity>()).Sample(
        static (key, message, path, severity) =>
        {
            var report = Report.Nothing with
            {
                Context = new PushContext { Provider = "git", Branch = path, Explanation = message },
                Findings = [new Finding("SPUSH2010", severity, message, new SourceLocation(path, 3, 4)), new Finding("SPUSH2011", severity, key)],
                Pushed = true,
            };
            var run = LastRun.Load(new LastRun(key, DateTimeOffset.UnixEpoch, Failed: true, report).Save())!;
            return run.Key == key && run.Failed && run.Report.Context.Branch == path && run.Report.Context.Explanation == message && run.Report.Findings.SequenceEqual(report.Findings);
        },
        iter: Cases);

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    public void What_one_build_has_said_and_done() => Gen.Select(Text, Text).Sample(
        static (message, purpose) =>
        {
            var session = new BuildSession { Failed = true, Spent = TimeSpan.FromTicks(message.Length) };
            var finding = new Finding("SPUSH2010", Severity.Warning, message, new SourceLocation(purpose, 1));
            session.New([finding]);
            session.Complete(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(purpose)));
            var loaded = BuildSession.Load(session.Save());
            return loaded.Failed && loaded.Spent == session.Spent && loaded.New([finding]).IsEmpty && loaded.HasCompleted(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(purpose))) && loaded.Save() == session.Save();
        },
        iter: Cases);

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    public void Manifests() => Gen.Select(Text, Text).Sample(
        static (path, configuration) =>
        {
            using var folder = new TemporaryFolder();
            var manifest = new ReferenceManifest
            {
                ProjectPath = path,
                TargetFramework = configuration,
                Configuration = configuration,
                IsTestProject = true,
                Sources = [new ManifestSource(path, ChecksumAlgorithm.Sha1, configuration)],
                OtherFiles = [path],
                Tests = [new CompiledTest(path, 2, 1, 3, ["a.B.1"])],
            };
            ManifestFile.Write(folder.Path, manifest);
            var read = ManifestFile.ReadAll(folder.Path).Manifests.Single();
            return read.ProjectPath == path && read.Sources.SequenceEqual(manifest.Sources) && read.Tests.Single().Path == path && !ManifestFile.Write(folder.Path, read);
        },
        iter: Cases / 10);

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    public void What_texts_refer_to()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(Text, Text, Gen.Int[1, int.MaxValue], Gen.ULong).Sample(
            (key, name, line, id) =>
            {
                var memory = new TextMemory(folder.PathOf("texts"), key);
                var content = new BlobId(id, IsSha256: false);
                memory.Write(FrozenDictionary<BlobId, TextReference[]>.Empty, new Dictionary<BlobId, TextReference[]> { [content] = [new TextReference(name, line, IsGroup: true)] }, FrozenSet.Create(content));
                return memory.Read().Single() is var read && read.Key == content && read.Value.SequenceEqual([new TextReference(name, line, IsGroup: true)])
                    && new TextMemory(folder.PathOf("texts"), key + "x").Read().Count == 0;
            },
            iter: Cases / 10, threads: 1);
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.4")]
    public void One_line_of_any_text() => Text.Sample(
        static text =>
        {
            var line = OneLine.From(text, 40);
            return line.Length <= 40 && !line.Any(OneLine.IsInvisible) && string.Concat(line.EnumerateRunes()) == line;
        },
        iter: Cases);

    [TestMethod]
    [TestCategory("reliability.INPUT.1")]
    public void Values_of_an_env_file() => Gen.Select(Text, Gen.Bool.Select(static isSingle => isSingle ? "'" : "\"")).Sample(
        static (value, quote) =>
        {
            var text = value.Replace("\n", "", StringComparison.Ordinal).Replace(quote, "", StringComparison.Ordinal);
            return LocalSettingsFile.Parse($"# A\nexport ACAI_API_TOKEN={quote}{text}{quote} # comment\nB=C\n") is var read && read["ACAI_API_TOKEN"] == text && read["B"] == "C";
        },
        iter: Cases);
}
