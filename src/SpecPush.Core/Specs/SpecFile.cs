namespace SpecPush.Specs;

/// <summary>A file that may hold a spec, as it stands in the repository.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Content">Its bytes; nothing is known about them.</param>
internal sealed record SpecFile(string Path, ReadOnlyMemory<byte> Content);
