using System.IO.Compression;
using System.Text;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reliability;

[TestClass]
public sealed class SecretTests
{
    private static readonly string Repeated = Canary.InAllForms(Canary.Secret);

    public static IEnumerable<object[]> FormNames => Canary.Forms(Canary.Secret).Select(static form => (object[])[form.Name]);

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [TestCategory("reliability.SECRETS.3")]
    [DataRow(200)]
    [DataRow(302)]
    [DataRow(401)]
    [DataRow(422)]
    [DataRow(500)]
    public async Task Nothing_that_a_run_writes_or_prints_contains_the_token(int status)
    {
        var answer = status switch
        {
            200 => Answer.Success("shop", "main", $"Your token {Repeated} expires"),
            302 => new Answer(302, Repeated, "text/plain", ("Location", $"https://login.example/?token={Uri.EscapeDataString(Canary.Secret)}&again={Uri.EscapeDataString(Uri.EscapeDataString(Canary.Secret))}")),
            _ => Answer.Error(status, $"Bearer {Repeated} is odd"),
        };
        await using var fixture = await RunFixture.StartAsync(answer);
        fixture.Environment["ACAI_API_TOKEN"] = Canary.Secret;
        fixture.Settings = new RawSettings { Report = "out/report.json", Sarif = "out/report.sarif", HtmlReport = "out/report.html", Badge = "out/badge.svg", Timeout = "1" };
        fixture.Build = "build";
        var result = await fixture.RunAsync();

        string[] said = [.. result.Lines, .. result.Findings.Select(static finding => finding.ToString()), result.Report.ToString()];
        StringAssert.Contains(string.Concat(said), "***", "the server's words were not shown at all");
        Assert.IsFalse(Canary.IsIn(string.Join('\n', said), Canary.Secret), string.Join('\n', said));
        var files = Directory.GetFiles(fixture.Repository.Path, "*", SearchOption.AllDirectories);
        Assert.IsTrue(files.Count(static file => file.Contains("specpush", StringComparison.Ordinal)) > 3 && files.Count(static file => file.Contains($"{Path.DirectorySeparatorChar}out{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) == 4);
        Assert.IsEmpty(Canary.FindFiles(Canary.Secret, fixture.Repository.Path));
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.3")]
    [DataRow(470)]
    [DataRow(480)]
    [DataRow(490)]
    [DataRow(498)]
    public async Task A_text_is_not_cut_in_the_middle_of_the_token(int before)
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Error(401, new string('x', before) + Canary.Secret));
        fixture.Environment["ACAI_API_TOKEN"] = Canary.Secret;
        var message = (await fixture.RunAsync()).Findings.Single(static finding => finding.Code == "SPUSH4001").Message;
        StringAssert.Contains(message, "xxx");
        Assert.IsFalse(message.Contains(Canary.Secret[..2], StringComparison.Ordinal), message);
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.3")]
    [DynamicData(nameof(FormNames))]
    public void The_token_is_taken_out_in_every_form(string name)
    {
        var form = Canary.Forms(Canary.Secret).Single(form => form.Name == name);
        var text = name == "UTF-16" ? Canary.Secret : Encoding.UTF8.GetString(form.Bytes);
        var redaction = new Redaction(Canary.Secret);
        Assert.AreEqual("before *** after", redaction.Apply($"before {text} after"));
        Assert.AreEqual("before %2 \\u00 &# \\ after", redaction.Apply("before %2 \\u00 &# \\ after"));
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [DynamicData(nameof(FormNames))]
    public void The_search_finds_every_form_in_every_kind_of_file(string name)
    {
        var form = Canary.Forms(Canary.Secret).Single(form => form.Name == name).Bytes;
        using var folder = new TemporaryFolder();
        byte[] planted = [1, 2, .. form, 3];
        folder.Write("plain", planted);
        folder.Write("packed.binlog", Packed(planted));
        folder.Write("embedded.binlog", Packed([7, .. Archive(planted), 8, 9]));
        folder.Write("clean", "Bearer *** and +7/&");
        CollectionAssert.AreEquivalent(
            new[] { "embedded.binlog", "packed.binlog", "plain" },
            Canary.FindFiles(Canary.Secret, folder.Path).Select(static found => Path.GetFileName(found.Split(": ")[0])).ToArray());
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Archive(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("Shop.csproj").Open();
            entry.Write(content);
        }

        return packed.ToArray();
    }
}
