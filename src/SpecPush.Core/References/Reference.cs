namespace SpecPush.References;

/// <summary>A line that mentions a requirement.</summary>
/// <param name="Acid">The requirement's ID as written there.</param>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="IsTest">Whether the mention is part of a test.</param>
internal sealed record Reference(string Acid, string Path, int Line, bool IsTest)
{
    /// <summary>The part of the ACID before its first dot, by which the server groups references.</summary>
    public string Feature => Acid[..Acid.IndexOf('.', StringComparison.Ordinal)];
}
