namespace SpecPush.Findings;

/// <summary>A place in the repository.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">From 1; 0 means the file as a whole.</param>
/// <param name="Column">From 1; 0 means the line as a whole.</param>
public sealed record SourceLocation(string Path, int Line = 0, int Column = 0);
