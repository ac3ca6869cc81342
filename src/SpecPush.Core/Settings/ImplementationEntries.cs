using System.Collections.Immutable;

namespace SpecPush.Settings;

/// <summary>The entries of a target or parent setting, in the user's order: <c>[branch-glob=][product/]name</c>.</summary>
internal sealed record ImplementationEntries(ImmutableArray<ImplementationEntry> Entries)
{
    /// <summary>The first entry that matches.</summary>
    /// <param name="branch">The pushed branch.</param>
    /// <param name="product">The product of the request that needs a name.</param>
    /// <param name="products">Every product of the push; the <c>product/</c> of an entry must be one of them.</param>
    public ImplementationEntry? Find(string branch, string? product, IReadOnlyCollection<string> products) =>
        Entries.FirstOrDefault(entry => entry.FitsBranch(branch) && entry.FitsProduct(product, products));
}

/// <summary>One entry, such as <c>release/*=shop/staging</c>.</summary>
/// <param name="Branches">Null when the entry matches every branch.</param>
/// <param name="Text">What follows the glob.</param>
internal sealed record ImplementationEntry(PatternList? Branches, string Text)
{
    public bool FitsBranch(string branch) => Branches is null || Branches.Matches(branch);

    public bool FitsProduct(string? product, IReadOnlyCollection<string> products) =>
        ProductPrefix(products) is not { } prefix || prefix == product;

    /// <summary>The implementation's name, without a product in front of it.</summary>
    public string Name(IReadOnlyCollection<string> products) =>
        ProductPrefix(products) is { } prefix ? Text[(prefix.Length + 1)..] : Text;

    private string? ProductPrefix(IReadOnlyCollection<string> products)
    {
        var slash = Text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < Text.Length - 1 && products.Contains(Text[..slash]) ? Text[..slash] : null;
    }
}
