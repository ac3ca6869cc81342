using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>The checkout cannot be used at all.</summary>
internal sealed class CheckoutException(Finding finding) : Exception(finding.Message)
{
    public Finding Finding { get; } = finding;
}
