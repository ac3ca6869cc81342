using SpecPush.Constants;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class AcidConstantsTests
{
    private const string Cart = "feature:\n  name: cart\n  product: shop\ncomponents:\n  A:\n    1: It works\n";

    [TestMethod]
    [TestCategory("acid-constants.BUILD.1")]
    public async Task A_file_with_the_same_content_is_not_written_again()
    {
        using var repository = new TestRepository();
        repository.Write("features/cart.feature.yaml", Cart);
        await WriteAsync(repository);
        var before = File.GetLastWriteTimeUtc(Output(repository));
        File.SetLastWriteTimeUtc(Output(repository), before.AddHours(-1));
        await WriteAsync(repository);
        Assert.AreEqual(before.AddHours(-1), File.GetLastWriteTimeUtc(Output(repository)));
        repository.Write("features/cart.feature.yaml", Cart + "    2: It is fast\n");
        await WriteAsync(repository);
        StringAssert.Contains(File.ReadAllText(Output(repository)), "A_2 = \"cart.A.2\"");
        Assert.HasCount(1, Directory.GetFiles(Path.GetDirectoryName(Output(repository))!));
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.7")]
    public async Task An_invalid_spec_is_left_out_and_named()
    {
        using var repository = new TestRepository();
        repository.Write("features/cart.feature.yaml", Cart);
        repository.Write("features/broken.feature.yaml", "feature:\n  name: broken\n");
        var result = await WriteAsync(repository);
        Assert.IsEmpty(result.Findings);
        Assert.AreEqual("features/broken.feature.yaml", result.InvalidSpecs.Single());
        var source = File.ReadAllText(Output(repository));
        StringAssert.Contains(source, "// Without features/broken.feature.yaml, which is not valid");
        StringAssert.Contains(source, "class Cart");
        Assert.DoesNotContain("class Broken", source);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    public async Task Specs_are_those_that_the_settings_name()
    {
        using var repository = new TestRepository();
        repository.Write("area/specs/cart.yaml", Cart);
        repository.Write("features/other.feature.yaml", Cart.Replace("cart", "other", StringComparison.Ordinal));
        await WriteAsync(repository, new RawSettings { Scope = "area", Specs = "specs/*.yaml" });
        var source = File.ReadAllText(Output(repository));
        StringAssert.Contains(source, "class Cart");
        Assert.DoesNotContain("class Other", source);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    public async Task A_repository_that_git_cannot_read_has_its_constants_all_the_same()
    {
        using var repository = new TestRepository();
        repository.Write("features/cart.feature.yaml", Cart);
        File.WriteAllText(Path.Combine(repository.Path, ".git", "HEAD"), "nonsense");
        Assert.IsEmpty((await WriteAsync(repository)).Findings);
        StringAssert.Contains(File.ReadAllText(Output(repository)), "cart.A.1");
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    public async Task A_repository_without_specs_has_an_empty_class()
    {
        using var repository = new TestRepository();
        Assert.IsEmpty((await WriteAsync(repository)).Findings);
        StringAssert.Contains(File.ReadAllText(Output(repository)), "internal static class Acids");
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.8")]
    public async Task What_keeps_the_file_from_being_written_is_an_error_with_a_code()
    {
        using var repository = new TestRepository();
        Directory.CreateDirectory(Output(repository));
        Assert.AreEqual("SPUSH5021", (await WriteAsync(repository)).Findings.Single().Code);
        Assert.AreEqual("SPUSH5005", (await WriteAsync(repository, new RawSettings { Scope = "../elsewhere" })).Findings.Single().Code);
    }

    private static Task<AcidConstantsResult> WriteAsync(TestRepository repository, RawSettings? settings = null) =>
        AcidConstants.WriteAsync(Output(repository), repository.Path, settings ?? new RawSettings(), CancellationToken.None);

    private static string Output(TestRepository repository) => Path.Combine(repository.Path, "obj", "SpecPush.Acids.g.cs");
}
