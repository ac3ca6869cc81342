namespace SpecPush.Settings;

/// <summary>What a team asks of its tests.</summary>
/// <param name="MinimumTested">The least share of requirements with a test, in per cent; null for none.</param>
/// <param name="Baseline">Path of the list of requirements that may be without a test; null for none.</param>
/// <param name="UpdateBaseline">Whether to write that list as it is now.</param>
internal sealed record CoverageGoals(int? MinimumTested, string? Baseline, bool UpdateBaseline);
