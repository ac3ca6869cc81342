using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>The findings about references.</summary>
internal static class ReferenceFindings
{
    public const string UnknownRequirementCode = "SPUSH2010";

    public const string DeprecatedRequirementCode = "SPUSH2011";

    public const string PartialAcidCode = "SPUSH2015";

    public static Finding SkippedFolders(ImmutableArray<string> folders) => new("SPUSH2025", Severity.Message,
        $"Committed files in {string.Join(", ", folders.Take(5))}{(folders.Length > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {folders.Length - 5} more folders") : "")} mention requirements, but are not searched, because tools write into folders of these names; move the files if they should count.");

    public static Finding UnknownRequirement(Reference reference, string? nearest) => new(
        UnknownRequirementCode,
        Severity.Warning,
        $"{reference.Acid} is not a requirement of {reference.Feature}{(nearest is null ? "." : $"; did you mean {nearest}?")} Correct the reference, or add the requirement to the spec.",
        PlaceOf(reference));

    public static Finding DeprecatedRequirement(Reference reference, Requirement requirement) => new(
        DeprecatedRequirementCode,
        Severity.Warning,
        $"{reference.Acid} is deprecated{(requirement.ReplacedBy.IsEmpty ? "; remove the reference together with the code it describes." : $"; refer to {string.Join(", ", requirement.ReplacedBy)} instead.")}",
        PlaceOf(reference));

    public static Finding UnknownFeature(Reference first, int count) => new(
        "SPUSH2012",
        Severity.Message,
        $"{OneLine.Count(count, "reference")} to {first.Feature}, which has no spec in this repository; this is fine if another repository has it.",
        PlaceOf(first));

    public static Finding UntestedRequirement(Requirement requirement) => new(
        "SPUSH2013",
        Severity.Message,
        $"No test refers to {requirement.Acid}; mention it in the test that covers it.",
        requirement.Location);

    public static Finding PartialAcid(Reference reference) => new(
        PartialAcidCode,
        Severity.Message,
        $"{reference.Acid} names a group but no requirement, so it refers to nothing; add the number, as in {reference.Acid}.1.",
        PlaceOf(reference));

    public static Finding UnreadableFile(string path, string reason) => new(
        "SPUSH2014",
        Severity.Warning,
        $"{path} could not be read, so its references are unknown: {reason}",
        new SourceLocation(path));

    private static SourceLocation PlaceOf(Reference reference) => new(reference.Path, reference.Line);
}
