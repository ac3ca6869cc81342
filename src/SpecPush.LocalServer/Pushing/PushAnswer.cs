namespace SpecPush.LocalServer.Pushing;

/// <summary>The API's answer to a push; the implementation's members are null if the push did not affect one.</summary>
internal sealed record PushAnswer(
    string BranchId, string? ImplementationId, string? ImplementationName, string? ProductName, int SpecsCreated, int SpecsUpdated, IReadOnlyList<string> Warnings);
