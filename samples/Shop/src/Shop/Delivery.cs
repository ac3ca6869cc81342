namespace Shop;

public static class Delivery
{
    private const int Fee = 490; // delivery.FEE.1
    private const int FreeFrom = 5000; // delivery.FEE.2

    public static int FeeInCents(Cart cart) => cart.TotalInCents >= FreeFrom ? 0 : Fee;
}
