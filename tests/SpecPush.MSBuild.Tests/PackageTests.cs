using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace SpecPush.MSBuild.Tests;

/// <summary>The content and metadata of the package.</summary>
[TestClass]
public sealed class PackageTests : IDisposable
{
    private static readonly string[] Libraries =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Diagnostics.Abstractions",
        "Microsoft.Extensions.Diagnostics", "Microsoft.Extensions.FileSystemGlobbing", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Logging", "Microsoft.Extensions.Options", "Microsoft.Extensions.Primitives",
        "Polly.Core",
    ];

    private readonly ZipArchive _package = ZipFile.OpenRead(Directory.GetFiles(PackedPackage.Feed, "*.nupkg").Single());

    public void Dispose() => _package.Dispose();

    [TestMethod]
    [TestCategory("build.CONTENTS.1")]
    public void It_contains_the_task_its_dependencies_and_the_files_that_MSBuild_imports()
    {
        string[] expected =
        [
            .. new[] { "Microsoft.Extensions.FileSystemGlobbing.dll", "SpecPush.Analyzers.Workspaces.dll", "SpecPush.Analyzers.Workspaces.pdb", "SpecPush.Analyzers.dll", "SpecPush.Analyzers.pdb", "YamlDotNet.dll" }
                .Select(static file => $"analyzers/dotnet/cs/{file}"),
            "README.md", "Sdk/Solution.targets", "SpecPush.MSBuild.nuspec", "THIRD-PARTY-NOTICES.txt", "[Content_Types].xml", "_rels/.rels",
            "build/SpecPush.Acids.targets", "build/SpecPush.Build.proj", "build/SpecPush.Editor.globalconfig", "build/SpecPush.Editor.targets", "build/SpecPush.Files.globalconfig", "build/SpecPush.MSBuild.props", "build/SpecPush.MSBuild.targets",
            .. new[] { "", ".MSTest", ".NUnit", ".Plain", ".TUnit", ".Xunit2", ".Xunit3" }.Select(static part => $"build/attribute/AcidAttribute{part}.cs"),
            "buildMultiTargeting/SpecPush.MSBuild.props", "buildMultiTargeting/SpecPush.MSBuild.targets", "icon.png",
            "tasks/net10.0/SpecPush.Core.dll", "tasks/net10.0/SpecPush.Core.pdb", "tasks/net10.0/SpecPush.MSBuild.deps.json", "tasks/net10.0/SpecPush.MSBuild.dll",
            "tasks/net10.0/SpecPush.MSBuild.pdb", "tasks/net10.0/YamlDotNet.dll",
            .. Libraries.Select(static library => $"tasks/net10.0/{library}.dll"),
        ];
        var files = _package.Entries.Select(static entry => entry.FullName).Where(static path => !path.EndsWith(".psmdcp", StringComparison.Ordinal));
        CollectionAssert.AreEqual(expected.Order(StringComparer.Ordinal).ToArray(), files.Order(StringComparer.Ordinal).ToArray());
    }

    [TestMethod]
    [TestCategory("build.CONTENTS.2")]
    public void Its_metadata_is_complete_and_it_adds_no_dependency()
    {
        using var stream = Open("SpecPush.MSBuild.nuspec");
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        Assert.AreEqual("MIT", Value("license"));
        Assert.AreEqual("true", Value("developmentDependency"));
        Assert.AreEqual("README.md", Value("readme"));
        Assert.AreEqual("icon.png", Value("icon"));
        StringAssert.StartsWith(Value("releaseNotes"), "https://");
        StringAssert.StartsWith(Value("projectUrl"), "https://");
        Assert.IsNotEmpty(Value("description") + Value("tags"));
        Assert.HasCount(40, metadata.Elements().Single(static element => element.Name.LocalName == "repository").Attribute("commit")!.Value);
        Assert.IsFalse(metadata.Elements().Any(static element => element.Name.LocalName == "dependencies"));

        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    [TestMethod]
    [TestCategory("build.CONTENTS.3")]
    [DataRow("tasks/net10.0/SpecPush.Core")]
    [DataRow("tasks/net10.0/SpecPush.MSBuild")]
    [DataRow("analyzers/dotnet/cs/SpecPush.Analyzers")]
    [DataRow("analyzers/dotnet/cs/SpecPush.Analyzers.Workspaces")]
    public void Its_symbols_belong_to_its_assemblies(string name)
    {
        using var assembly = new PEReader(Read($"{name}.dll"));
        using var symbols = MetadataReaderProvider.FromPortablePdbImage(Read($"{name}.pdb"));
        var expected = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;
        Assert.AreEqual(expected, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    private ImmutableArray<byte> Read(string path)
    {
        using var stream = Open(path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return [.. content.ToArray()];
    }

    private Stream Open(string path) => _package.GetEntry(path)!.Open();
}
