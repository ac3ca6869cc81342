using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Manifests;

[TestClass]
public sealed class TestProjectsTests
{
    private const string Plain = """<Project Sdk="Microsoft.NET.Sdk" />""";

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.1")]
    [DataRow("""<Project Sdk="MSTest.Sdk/4.0.0" />""")]
    [DataRow("""<Project><Sdk Name="MSTest.Sdk" Version="4.0.0" /></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="xunit.v3" Version="3.2.2" /></ItemGroup></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="NUnit" /></ItemGroup></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="TUnit" /></ItemGroup></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Reqnroll.xUnit" /></ItemGroup></Project>""")]
    [DataRow("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="&#x78;&#x75;nit.v3" /></ItemGroup></Project>""")]
    [DataRow("""<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup><PackageReference Include="mstest" /></ItemGroup></Project>""")]
    public void Test_projects_are_recognised_by_text(string text) => AssertIsTestProject(true, "src/Checks.csproj", text);

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.1")]
    [DataRow("utf-16")]
    [DataRow("utf-16BE")]
    [DataRow("utf-32")]
    public void Test_projects_are_recognised_in_every_encoding_that_MSBuild_reads(string encoding)
    {
        using var repository = new TemporaryFolder();
        var used = System.Text.Encoding.GetEncoding(encoding);
        repository.Write("src/Checks.csproj", [.. used.GetPreamble(), .. used.GetBytes("<Project Sdk=\"MSTest.Sdk\" />")]);
        CollectionAssert.AreEqual((string[])["src/Checks.csproj"], TestProjects.Find(repository.Path, ["src/Checks.csproj"]));
    }

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.1")]
    [DataRow("src/Shop.Tests.csproj")]
    [DataRow("src/Shop.Test.fsproj")]
    [DataRow("src/Shop.UnitTests.vbproj")]
    [DataRow("src/ShopTests.csproj")]
    [DataRow("src/Test.csproj")]
    public void Test_projects_are_recognised_by_name(string path)
    {
        AssertIsTestProject(true, path, Plain);
        AssertIsTestProject(true, path, "not XML");
    }

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.1")]
    [DataRow("src/Shop.csproj", Plain)]
    [DataRow("src/Latest.csproj", Plain)]
    [DataRow("src/Shop.Testing.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="xunit.v3.assert" /></ItemGroup></Project>""")]
    [DataRow("src/Shop.csproj", """<Project><PropertyGroup Condition="'$(X)' == '1'"><IsTestProject>true</IsTestProject></PropertyGroup></Project>""")]
    [DataRow("src/Shop.csproj", """<!DOCTYPE x [<!ENTITY a "b">]><Project><IsTestProject>true</IsTestProject></Project>""")]
    [DataRow("src/Shop.Tests.proj", Plain)]
    public void Other_projects_are_not_test_projects(string path, string text) => AssertIsTestProject(false, path, text);

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.1")]
    [OSCondition(OperatingSystems.Linux)]
    public void Only_MSBuilds_spelling_of_the_shared_properties_counts()
    {
        using var repository = new TemporaryFolder();
        repository.Write("src/directory.build.props", Plain);
        repository.Write("src/Directory.Build.props", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>");
        repository.Write("src/Checks.csproj", Plain);
        string[] files = ["src/Checks.csproj", "src/Directory.Build.props", "src/directory.build.props"];
        CollectionAssert.AreEqual((string[])["src/Checks.csproj"], TestProjects.Find(repository.Path, files));
        CollectionAssert.AreEqual((string[])["src/Checks.csproj"], TestProjects.Find(repository.Path, [.. files.Reverse()]));
    }

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.2")]
    public void IsTestProject_set_to_false_wins() => AssertIsTestProject(
        false,
        "src/Shop.Tests.csproj",
        """
        <Project Sdk="MSTest.Sdk">
          <PropertyGroup><IsTestProject>False</IsTestProject></PropertyGroup>
          <ItemGroup><PackageReference Include="MSTest" /></ItemGroup>
        </Project>
        """);

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.1")]
    public void Shared_properties_apply_to_the_projects_below_them()
    {
        using var repository = new TemporaryFolder();
        repository.Write("Directory.Build.props", Plain);
        repository.Write("checks/Directory.Build.props", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>");
        repository.Write("checks/a/A.csproj", Plain);
        repository.Write("src/B.csproj", Plain);

        var projects = TestProjects.Find(
            repository.Path, ["Directory.Build.props", "checks/Directory.Build.props", "checks/a/A.csproj", "src/B.csproj"]);

        Assert.AreEqual("checks/a/A.csproj", Assert.ContainsSingle(projects));
    }

    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.4")]
    [DataRow(60, 1, true)]
    [DataRow(70, 1, false)]
    [DataRow(1, 990_000, true)]
    [DataRow(1, 1_000_000, false)]
    public void A_project_file_that_nobody_writes_says_nothing(int depth, int length, bool expected) =>
        AssertIsTestProject(expected, "src/Checks.csproj", Nested(depth, $"<IsTestProject>true</IsTestProject><!--{new string('x', length)}-->"));

    [TestMethod]
    [Timeout(60_000)]
    [TestCategory("compiled-references.PROJECTS.4")]
    public void A_hostile_project_file_takes_no_time()
    {
        AssertIsTestProject(false, "src/Deep.csproj", Nested(140_000, "<IsTestProject>true</IsTestProject>"));
        AssertIsTestProject(false, "src/Deeper.csproj", Nested(1_000_000, "<IsTestProject>true</IsTestProject>"));
        AssertIsTestProject(true, "src/Wide.csproj", Nested(60, string.Concat(Enumerable.Repeat("<b/>", 200_000)) + "<IsTestProject>true</IsTestProject>"));
    }

    private static string Nested(int depth, string content) =>
        $"{string.Concat(Enumerable.Repeat("<a>", depth))}{content}{string.Concat(Enumerable.Repeat("</a>", depth))}";

    private static void AssertIsTestProject(bool expected, string path, string text)
    {
        using var repository = new TemporaryFolder();
        repository.Write(path, text);
        Assert.AreEqual(expected, TestProjects.Find(repository.Path, [path]).Contains(path));
    }
}
