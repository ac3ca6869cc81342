namespace SpecPush.Checkout;

/// <summary>A regular file of the checkout that may be read.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="IsTracked">Whether git tracks it.</param>
internal sealed record RepositoryFile(string Path, bool IsTracked);
