using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>The files of a checkout.</summary>
/// <param name="Files">Present and regular, sorted by path in ordinal order.</param>
/// <param name="MissingFromSparse">Tracked paths that a sparse checkout left out.</param>
internal sealed record RepositoryListing(ImmutableArray<RepositoryFile> Files, ImmutableArray<string> MissingFromSparse);
