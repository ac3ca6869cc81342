using SpecPush.References.Text;
using SpecPush.Settings;

namespace SpecPush.Tests.Settings;

[TestClass]
public sealed class LocalSettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("settings.FILE.1")]
    [TestCategory("settings.FILE.2")]
    [DataRow("", "", "- -")]
    [DataRow("ACAI_API_TOKEN=file", "", "file -")]
    [DataRow("ACAI_API_TOKEN=file\nACAI_API_BASE_URL=https://file", "", "file https://file")]
    [DataRow("ACAI_API_TOKEN=file\nACAI_API_URL=https://file", "", "file https://file")]
    [DataRow("ACAI_API_TOKEN=file\nACAI_API_BASE_URL=https://file", "ACAI_API_URL=https://environment", "file https://environment")]
    [DataRow("ACAI_API_TOKEN=file\nACAI_API_BASE_URL=https://file", "ACAI_API_TOKEN=environment", "environment -")]
    [DataRow("ACAI_API_BASE_URL=https://file", "ACAI_API_TOKEN=environment", "environment -")]
    [DataRow("ACAI_API_BASE_URL=https://file", "", "- -")]
    [DataRow("PATH=/nowhere\nACAI_API_TOKEN=file", "PATH=/bin", "file - /bin")]
    public void Token_and_address_are_used_together_or_not_at_all(string file, string environment, string expected)
    {
        File.WriteAllText(Path.Combine(_folder.Path, ".env"), file);
        var variables = LocalSettingsFile.AddTo(
            new EnvironmentVariables(environment.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => KeyValuePair.Create(line.Split('=')[0], line.Split('=')[1]))), _folder.Path);
        Assert.AreEqual(expected, $"{variables["ACAI_API_TOKEN"] ?? "-"} {variables["ACAI_API_BASE_URL"] ?? variables["ACAI_API_URL"] ?? "-"} {variables["PATH"]}".Trim());
    }

    [TestMethod]
    [TestCategory("settings.FILE.1")]
    public void A_missing_file_a_folder_and_a_link_count_as_missing()
    {
        Assert.IsNull(Token());
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".env"));
        Assert.IsNull(Token());
        Directory.Delete(Path.Combine(_folder.Path, ".env"));
        File.WriteAllText(Path.Combine(_folder.Path, "elsewhere"), "ACAI_API_TOKEN=linked");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, ".env"), Path.Combine(_folder.Path, "elsewhere"));
        Assert.IsNull(Token());

        string? Token() => LocalSettingsFile.AddTo(EnvironmentVariables.Empty, _folder.Path)["ACAI_API_TOKEN"];
    }

    [TestMethod]
    [TestCategory("settings.FILE.4")]
    [DataRow("A=b", "b")]
    [DataRow("\uFEFF# comment\r\nA=b\r\n", "b")]
    [DataRow("export A=b", "b")]
    [DataRow("A = b ", "b")]
    [DataRow("A=\"b c\" # comment", "b c")]
    [DataRow("A='b # c'", "b # c")]
    [DataRow("A=b # comment", "b")]
    [DataRow("A=b#c", "b#c")]
    [DataRow("A=b=c", "b=c")]
    [DataRow("A=\"b", "\"b")]
    [DataRow("A=first\nA=b", "b")]
    [DataRow("# A=b", null)]
    [DataRow("A", null)]
    [DataRow("=b", null)]
    public void Lines_are_read_as_other_programs_read_them(string text, string? expected) =>
        Assert.AreEqual(expected, LocalSettingsFile.Parse(text).GetValueOrDefault("A"));

    [TestMethod]
    [TestCategory("settings.FILE.1")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task A_pipe_in_place_of_a_file_counts_as_empty_without_blocking()
    {
        Command.Run(_folder.Path, "mkfifo", [".env", "Cart.cs"]).Succeeded();
        var environment = new EnvironmentVariables([]);
        var reading = Task.Run(() => (LocalSettingsFile.AddTo(environment, _folder.Path), new SmallFiles(_folder.Path).Read("Cart.cs", new byte[64])));
        Assert.AreEqual((environment, 0), await reading.WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
