using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Shop.Tests;

[TestClass]
public sealed class DeliveryTests
{
    [TestMethod]
    [TestCategory("delivery.FEE.1")]
    [DataRow(1, 490, DisplayName = "a small cart pays")]
    [DataRow(20, 0, DisplayName = "delivery.FEE.2: a large cart does not")]
    public void Delivery_is_free_for_large_carts(int teas, int fee)
    {
        var cart = new Cart();
        for (var count = 0; count < teas; count++)
        {
            cart.Add(new Article("Tea", 350));
        }

        Assert.AreEqual(fee, Delivery.FeeInCents(cart));
    }
}
