using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Shop.Tests;

[TestClass]
public sealed class CartTests
{
    private const string Lines = $"{nameof(cart)}.LINES";

    private static readonly Article Tea = new("Tea", 350);

    private readonly Cart cart = new();

    // The attribute says which requirement the test covers…
    [TestMethod]
    [TestCategory("cart.LINES.1")]
    public void Adding_an_article_makes_a_line()
    {
        cart.Add(Tea);
        Assert.AreEqual(1, cart.Lines[Tea]);
    }

    // …and the compiler may compose it from constants, so that no text scan can find it.
    [TestMethod]
    [TestCategory($"{Lines}.2")]
    public void Adding_it_again_raises_the_quantity()
    {
        cart.Add(Tea);
        cart.Add(Tea);
        Assert.AreEqual(2, cart.Lines[Tea]);
    }

    [TestMethod]
    public void The_quantity_stops_at_99()
    {
        // cart.LINES.2-1
        for (var count = 0; count < 200; count++)
        {
            cart.Add(Tea);
        }

        Assert.AreEqual(99, cart.Lines[Tea], "cart.LINES.2-1: there is no hundredth tea");
    }

    [TestMethod]
    [TestProperty("acai", "cart.TOTAL.1")]
    public void The_total_is_price_times_quantity()
    {
        cart.Add(Tea);
        cart.Add(Tea);
        Assert.AreEqual(700, cart.TotalInCents);
    }
}
