namespace SpecPush.Checkout;

/// <summary>A path whose content may differ from the checked-out commit.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Kind">In which way.</param>
internal sealed record FileChange(string Path, FileChangeKind Kind);

/// <summary>How a path differs from the checked-out commit.</summary>
internal enum FileChangeKind
{
    Modified,
    Deleted,
    Untracked,
}
