namespace Shop;

public sealed record Article(string Name, int PriceInCents)
{
    // cart.SAFETY.1
    public int PriceInCents { get; } = PriceInCents > 0
        ? PriceInCents
        : throw new ArgumentOutOfRangeException(nameof(PriceInCents));
}
