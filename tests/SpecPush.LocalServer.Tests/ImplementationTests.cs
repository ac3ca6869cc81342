namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class ImplementationTests : ServerTest
{
    private const string Other = "github.com/my-org/other";

    private static readonly Dictionary<string, string[]> References = new() { ["cart.A.1"] = ["a:1"] };

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.1")]
    public async Task Specs_create_an_implementation_named_after_the_branch_or_the_target()
    {
        Assert.AreEqual("main", await NameAsync(Body.Push([Body.Spec()])));
        Assert.AreEqual("production", await NameAsync(Body.Push([Body.Spec()], branch: "release", target: "production")));
        Assert.AreEqual("production", await NameAsync(Body.Push([Body.Spec()], branch: "release")));
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.1")]
    public async Task A_target_links_the_branch_of_another_repository()
    {
        await NameAsync(Body.Push([Body.Spec()], target: "production"));
        Assert.AreEqual("production", await NameAsync(Body.Push([Body.Spec("stock")], repository: Other, target: "production")));
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.1")]
    public async Task A_parent_creates_a_child_and_can_be_given_again()
    {
        await NameAsync(Body.Push([Body.Spec()], target: "production"));
        Assert.AreEqual("work", await NameAsync(Body.Push([Body.Spec()], branch: "work", parent: "production")));
        Assert.AreEqual("work", await NameAsync(Body.Push([Body.Spec()], branch: "work", parent: "production")));
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.2")]
    public async Task A_name_that_is_taken_is_refused()
    {
        const string Taken = "Implementation name 'main' already exists for this product. Please provide a target_impl_name to link to the existing implementation or choose a different name.";
        await NameAsync(Body.Push([Body.Spec()]));
        await RefusedAsync(Body.Push([Body.Spec()], repository: Other), Taken);
        await RefusedAsync(Body.Push([Body.Spec()], repository: Other, target: "main", parent: "main"), Taken);
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.2")]
    public async Task A_second_branch_of_a_repository_is_not_linked()
    {
        await NameAsync(Body.Push([Body.Spec()], target: "staging"));
        await RefusedAsync(Body.Push([Body.Spec()], branch: "next", target: "staging"), "Implementation 'staging' already tracks a branch in this repository. Cannot link to multiple branches in the same repo.");
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.2")]
    public async Task Another_target_is_refused()
    {
        await NameAsync(Body.Push([Body.Spec()]));
        await RefusedAsync(Body.Push([Body.Spec()], target: "staging"), "Branch is already tracked by implementation 'main' but target_impl_name 'staging' was specified");
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.2")]
    public async Task Another_parent_and_one_that_does_not_exist_are_refused()
    {
        await NameAsync(Body.Push([Body.Spec()]));
        await NameAsync(Body.Push([Body.Spec()], branch: "work", parent: "main"));
        await NameAsync(Body.Push([Body.Spec()], branch: "other"));
        await RefusedAsync(Body.Push([Body.Spec()], branch: "work", parent: "other"), "Parent implementation cannot be changed via push.");
        await RefusedAsync(Body.Push([Body.Spec()], branch: "next", parent: "nope"), "Parent implementation 'nope' not found");
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.3")]
    public async Task A_push_of_only_references_creates_nothing() =>
        Assert.IsNull(await NameAsync(Body.Push(references: References)));

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.3")]
    public async Task A_push_of_only_references_affects_the_implementation_of_its_branch()
    {
        await NameAsync(Body.Push([Body.Spec()]));
        Assert.AreEqual("main", await NameAsync(Body.Push(references: References)));
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.3")]
    public async Task A_push_of_only_references_links_to_product_and_target_and_creates_a_child_with_a_parent()
    {
        await NameAsync(Body.Push([Body.Spec()], repository: Other, target: "production"));
        Assert.AreEqual("production", await NameAsync(Body.Push(references: References, product: "shop", target: "production")));
        Assert.AreEqual("child", await NameAsync(Body.Push(references: References, branch: "work", product: "shop", target: "child", parent: "production")));
        await RefusedAsync(Body.Push(references: References, branch: "next", product: "shop", target: "nope"), "Refs-only pushes with product_name and target_impl_name must resolve to an existing implementation unless parent_impl_name is also provided.");
        await RefusedAsync(Body.Push(references: References, branch: "next", product: "shop", target: "x", parent: "nope"), "Parent implementation 'nope' not found");
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.3")]
    public async Task A_push_of_only_references_on_a_branch_of_two_products_needs_a_target()
    {
        await NameAsync(Body.Push([Body.Spec()], target: "shop-main"));
        await NameAsync(Body.Push([Body.Spec("x", "depot")], target: "depot-main"));
        var (status, body) = await Server.PushAsync(Body.Push(references: References));
        Assert.AreEqual(422, status);
        StringAssert.StartsWith(body.Detail(), "Branch is tracked by multiple implementations (depot-main, shop-main)");
        Assert.AreEqual("depot-main", await NameAsync(Body.Push(references: References, target: "depot-main")));
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.4")]
    public async Task A_product_in_another_spelling_is_refused()
    {
        await NameAsync(Body.Push([Body.Spec()]));
        await RefusedAsync(Body.Push([Body.Spec(product: "Shop")], branch: "next"), "product_name: has already been taken");
    }
}
