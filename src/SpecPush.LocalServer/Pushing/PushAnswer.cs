namespace SpecPush.LocalServer.Pushing;

/// <summary>What the API answers to a push; the implementation's members are null when it touched none.</summary>
internal sealed record PushAnswer(
    string BranchId, string? ImplementationId, string? ImplementationName, string? ProductName, int SpecsCreated, int SpecsUpdated, IReadOnlyList<string> Warnings);
