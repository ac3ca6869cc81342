namespace SpecPush.Specs;

/// <summary>A file that may hold a spec.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SpecFile(string Path, ReadOnlyMemory<byte> Content);
