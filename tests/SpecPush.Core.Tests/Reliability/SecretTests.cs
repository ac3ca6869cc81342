using System.Text;
using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reliability;

[TestClass]
public sealed class SecretTests
{
    private const string Token = "acai_canary+/=1234567890abcdef";

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [DataRow(200)]
    [DataRow(401)]
    [DataRow(422)]
    [DataRow(500)]
    public async Task Nothing_that_a_run_writes_or_prints_contains_the_token(int status)
    {
        var answer = status == 200 ? Answer.Success("shop", "main", $"Your token {Token} expires") : Answer.Error(status, $"Bearer {Token} is odd");
        await using var fixture = await RunFixture.StartAsync(answer);
        fixture.Environment["ACAI_API_TOKEN"] = Token;
        fixture.Settings = new RawSettings { Report = "out/report.json", Sarif = "out/report.sarif", HtmlReport = "out/report.html", Badge = "out/badge.svg", Timeout = "1" };
        fixture.Build = "build";
        var result = await fixture.RunAsync();

        Assert.IsFalse(Canary.IsIn(Encoding.UTF8.GetBytes(string.Join('\n', [.. result.Lines, .. result.Findings.Select(static finding => finding.ToString()), result.Report.ToString()])), Token));
        var files = Directory.GetFiles(fixture.Repository.Path, "*", SearchOption.AllDirectories);
        Assert.IsTrue(files.Count(static file => file.Contains("specpush", StringComparison.Ordinal)) > 3 && files.Count(static file => file.Contains($"{Path.DirectorySeparatorChar}out{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) == 4);
        Assert.IsEmpty(files.Where(static file => Canary.IsIn(File.ReadAllBytes(file), Token)).ToArray());
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    public void The_search_finds_every_form()
    {
        var token = Encoding.UTF8.GetBytes(Token);
        foreach (var form in (byte[][])[token, Encoding.Unicode.GetBytes(Token), Encoding.UTF8.GetBytes(Uri.EscapeDataString(Token)), .. Enumerable.Range(0, 5).Select(before => Encoding.UTF8.GetBytes(Convert.ToBase64String([.. new byte[before], .. token, 7, 8])))])
        {
            Assert.IsTrue(Canary.IsIn([1, 2, .. form, 3], Token), Encoding.UTF8.GetString(form));
        }

        Assert.IsFalse(Canary.IsIn("Bearer ***"u8, Token));
    }
}
