using System.Text;
using NJsonSchema;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class FeatureSchemaTests
{
    private const int Count = 4_000;

    private static readonly string Root = SourceTree.Root;

    [TestMethod]
    [TestCategory("spec-reading.SCHEMA.1")]
    public async Task The_schema_accepts_and_refuses_what_the_reader_does()
    {
        var schema = await ReadSchemaAsync();
        var specs = new GeneratedSpecs(seed: 7);
        var (accepted, refused) = (0, 0);
        for (var number = 0; number < Count; number++)
        {
            var yaml = specs.Next();
            var errors = Errors(yaml);
            var violations = schema.Validate(YamlAsJson.Convert(yaml));
            Assert.AreEqual(errors.Length == 0, violations.Count == 0, $"{yaml}\n{string.Join('\n', errors.Select(static error => error.Message))}\n{string.Join('\n', violations)}");
            _ = errors.Length == 0 ? accepted++ : refused++;
        }

        Assert.IsGreaterThan(Count / 5, accepted);
        Assert.IsGreaterThan(Count / 5, refused);
    }

    [TestMethod]
    [TestCategory("spec-reading.SCHEMA.2")]
    public async Task The_schema_accepts_every_spec_of_this_repository()
    {
        var schema = await ReadSchemaAsync();
        var files = Directory.GetFiles(Path.Combine(Root, "features"), "*.feature.yaml", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, "samples"), "*.feature.yaml", SearchOption.AllDirectories)).ToArray();
        Assert.IsGreaterThan(10, files.Length);
        foreach (var file in files)
        {
            Assert.IsEmpty(schema.Validate(YamlAsJson.Convert(await File.ReadAllTextAsync(file))), file);
        }
    }

    private static Task<JsonSchema> ReadSchemaAsync() => JsonSchema.FromFileAsync(Path.Combine(Root, "schemas", "feature.schema.json"));

    private static Finding[] Errors(string yaml) =>
        [.. SpecReader.ReadAll([new SpecFile("features/auth.feature.yaml", Encoding.UTF8.GetBytes(yaml))], CancellationToken.None).Findings.Where(static finding => finding.Severity == Severity.Error)];
}
