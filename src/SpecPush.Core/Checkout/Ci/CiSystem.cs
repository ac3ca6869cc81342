using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>One CI system: how it is known, and what it says.</summary>
/// <param name="Provider">Its name in the report.</param>
/// <param name="Runs">Whether the variables are of this system.</param>
/// <param name="Read">Takes what it says from the variables.</param>
internal sealed record CiSystem(string Provider, Func<EnvironmentVariables, bool> Runs, Func<EnvironmentVariables, CiVariables> Read);
