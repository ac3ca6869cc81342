namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild that a task can run in parallel with others in one process. MSBuild finds the attribute by its full name. This package
/// is built against the lowest MSBuild that it supports, which does not have it yet.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
