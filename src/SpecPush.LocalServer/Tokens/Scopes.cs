namespace SpecPush.LocalServer.Tokens;

/// <summary>The permissions of tokens.</summary>
internal static class Scopes
{
    public const string WriteSpecs = "specs:write";

    public const string WriteReferences = "refs:write";

    public const string WriteImplementations = "impls:write";

    public static IReadOnlyList<string> All { get; } = [WriteSpecs, WriteReferences, WriteImplementations];
}
