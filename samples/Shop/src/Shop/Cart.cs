namespace Shop;

public sealed class Cart
{
    private const int MaxPerArticle = 99; // cart.LINES.2-1

    private readonly Dictionary<Article, int> _lines = [];

    public IReadOnlyDictionary<Article, int> Lines => _lines;

    // cart.TOTAL.1
    public int TotalInCents => _lines.Sum(line => line.Key.PriceInCents * line.Value);

    // cart.LINES.1, cart.LINES.2
    public void Add(Article article) => _lines[article] = Math.Min(MaxPerArticle, _lines.GetValueOrDefault(article) + 1);

    // cart.LINES.3
    public void Remove(Article article)
    {
        if (_lines.TryGetValue(article, out var quantity) && quantity > 1)
        {
            _lines[article] = quantity - 1;
        }
        else
        {
            _lines.Remove(article);
        }
    }
}
