
namespace SpecPush.Actions.Tests.Infrastructure;

/// <summary>A small repository with one spec, a reference and a test.</summary>
internal static class ShopRepository
{
    public const string Spec = "feature:\n  name: cart\n  product: shop\ncomponents:\n  LINES:\n    1: Equal articles are one line\n    2: A line can be removed\n";

    public static TestRepository Create()
    {
        var repository = new TestRepository();
        repository.Write("features/cart.feature.yaml", Spec);
        repository.Write("src/cart.js", "// cart.LINES.1\n// cart.LINES.2\n");
        repository.Write("test/cart.test.js", "// cart.LINES.1\n// cart.LINES.2\n");
        repository.Commit();
        return repository;
    }
}
