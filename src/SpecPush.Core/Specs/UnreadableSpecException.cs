using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Nothing behind this place of the file can be understood.</summary>
internal sealed class UnreadableSpecException(Finding finding) : Exception(finding.Message)
{
    public Finding Finding { get; } = finding;
}
