using System.Globalization;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>The findings about a spec's content.</summary>
internal static class SpecFindings
{
    public static Finding UnreadableFile(string path, string reason) => Error("SPUSH1025", new SourceLocation(path),
        $"The spec cannot be opened, so it is not pushed: {reason}");

    public static Finding NotLookedFor(string path) => Message("SPUSH1040", new SourceLocation(path),
        "This spec is not pushed, because SpecPush does not look for specs here; move it below features/, or add a glob for it to the setting for specs.");

    public static Finding WrongKind(SourceLocation place, string key, string expected) => Error("SPUSH1013", place,
        $"{Quote.InQuotes(key)} must be {expected}; a text that contains ': ' or begins with [ or {{ needs quotes.");

    public static Finding MissingKey(SourceLocation place, string key) => Error("SPUSH1005", place,
        $"The feature has no {key}; add '{key}:' below 'feature:'.");

    public static Finding InvalidName(SourceLocation place, string key, string name) => RefusedName(place,
        $"The {(key == "name" ? "feature name" : key)} {Quote.InQuotes(name)} contains a character that the server refuses; use only letters A-Z and a-z, digits, '-' and '_'.");

    public static Finding NameTooLong(SourceLocation place, string key, int maximum) => RefusedName(place,
        $"The {(key == "name" ? "feature name" : key)} has more than {maximum} characters, which the server refuses; choose a shorter one.");

    public static Finding InvalidVersion(SourceLocation place, string version) => Warning("SPUSH1007", place,
        $"The version {Quote.InQuotes(version)} is left out, because the server accepts only three numbers like 1.2.0; without one it assumes 1.0.0.");

    public static Finding RepeatedFeatureKey(SourceLocation place, string key, int firstLine) => Warning("SPUSH1008", place,
        string.Create(CultureInfo.InvariantCulture, $"'{key}' replaces the one on line {firstLine}; remove one of them."));

    public static Finding FileNameDiffers(SourceLocation place, string name, string file) => Warning("SPUSH1017", place,
        $"The feature {Quote.InQuotes(name)} is described in {Quote.InQuotes(file)}; a spec's file is named after its feature, here {name}.feature.yaml.");

    public static Finding UpperCaseName(SourceLocation place, string name) => Message("SPUSH1036", place,
        $"Feature names should be in lower case, here {Quote.InQuotes(name.ToLowerInvariant())}; references must be spelled like the name.");

    public static Finding MisspeltKey(SourceLocation place, string key, string meant) => Warning("SPUSH1022", place,
        $"The key {Quote.InQuotes(key)} has no meaning here and is ignored; did you mean '{meant}'?");

    public static Finding RepeatedKey(SourceLocation place, string key, int firstLine) => Repeated(place,
        string.Create(CultureInfo.InvariantCulture, $"'{key}' is already defined on line {firstLine}, and only one of them can be read; merge them."));

    public static Finding InvalidGroupKey(SourceLocation place, string key) => Error("SPUSH1035", place,
        $"The group {Quote.InQuotes(key)} cannot be part of an ACID; use only capital letters, digits and '_', as in MY_GROUP.");

    public static Finding UnreferableGroupKey(SourceLocation place, string key) => Warning("SPUSH1012", place,
        $"No reference can name the requirements of the group {Quote.InQuotes(key)}, because an ACID's group begins with a capital letter and has no lowercase letters; did you mean {Quote.Shorten(Suggestion(key))}?");

    public static Finding DashInGroupKey(SourceLocation place, string key) => Message("SPUSH1037", place,
        $"The format asks for group keys of capital letters, digits and '_'; SpecPush and the server accept {Quote.InQuotes(key)}, other tools may not.");

    public static Finding RepeatedGroup(SourceLocation place, string key, int firstLine) => Repeated(place,
        string.Create(CultureInfo.InvariantCulture, $"The group {Quote.InQuotes(key)} is already defined on line {firstLine}; components and constraints of a feature need different keys, so rename or merge one of them."));

    public static Finding InvalidId(SourceLocation place, string id) => Error("SPUSH1010", place,
        $"{Quote.InQuotes(id)} is not a valid requirement ID; use a number like 1, or 1-1 for a sub-requirement (1-0 and 1-1-1 are not valid).");

    public static Finding UnderscoredId(SourceLocation place, string id) => Warning("SPUSH1011", place,
        $"No reference can name the requirement {Quote.InQuotes(id)}; did you mean {Quote.Shorten(id.Replace('_', '-'))}?");

    public static Finding RepeatedRequirement(SourceLocation place, string id, int firstLine) => Repeated(place,
        string.Create(CultureInfo.InvariantCulture, $"{Quote.InQuotes(id)} is already defined on line {firstLine} of this group; give one of them another number."));

    public static Finding NoText(SourceLocation place, string id, string? comment) => WithoutText(place, comment is null
        ? $"The requirement {Quote.InQuotes(id)} has no text; write one, or remove its key."
        : $"The requirement {Quote.InQuotes(id)} has no text, because {Quote.InQuotes(comment)} is a comment; put the text in quotes.");

    public static Finding NoRequirementKey(SourceLocation place, string id) => WithoutText(place,
        $"The requirement {Quote.InQuotes(id)} has no text; add a key 'requirement', or quotes if these lines are its text and contain ': '.");

    public static Finding OrphanNote(SourceLocation place, string id) => Warning("SPUSH1015", place,
        $"This note is not sent, because the group has no requirement {Quote.InQuotes(id)}; correct the number.");

    public static Finding NestedNote(SourceLocation place, string key) => Warning("SPUSH1016", place,
        $"{Quote.InQuotes(key)} is not read within a requirement; name it 'note', or move it next to the requirement.");

    public static Finding ReplacementUnknown(SourceLocation place, string acid) => Warning("SPUSH1023", place,
        $"{Quote.Shorten(acid)}, named as a replacement, is not a requirement of this feature; correct it, or add the requirement.");

    public static Finding ReplacementIsNoAcid(SourceLocation place, string acid) => Warning("SPUSH1038", place,
        $"The replacement {Quote.InQuotes(acid)} is not an ACID; write it in full, as in my-feature.GROUP.1.");

    public static Finding TooManyRequirements(SourceLocation place, int count) => OverLimit(place,
        string.Create(CultureInfo.InvariantCulture, $"The spec has {count} requirements, and the hosted server accepts {SpecLimits.Requirements}; split the feature."));

    public static Finding TextTooLong(SourceLocation place, string id, int length) => OverLimit(place,
        string.Create(CultureInfo.InvariantCulture, $"The requirement {Quote.InQuotes(id)} has {length:N0} characters, and the hosted server accepts {SpecLimits.RequirementText:N0}; shorten it, or split it."));

    public static Finding DescriptionTooLong(SourceLocation place, int length) => OverLimit(place,
        string.Create(CultureInfo.InvariantCulture, $"The description has {length:N0} characters, and the hosted server accepts {SpecLimits.Description:N0}; shorten it."));

    public static Finding PathTooLong(string path) => OverLimit(new SourceLocation(path),
        $"The path of the file has more than the {SpecLimits.Path} characters that the hosted server accepts; shorten it.");

    public static Finding RepeatedFeature(SourceLocation place, Spec first) => Error("SPUSH1018", place,
        $"{first.Path} already describes the feature {Quote.InQuotes(first.Feature)} of {Quote.InQuotes(first.Product)}, so this file is not sent; rename one of the features.");

    public static Finding FeatureOfTwoProducts(SourceLocation place, Spec spec, Spec first) => Warning("SPUSH1019", place,
        $"The feature {Quote.InQuotes(spec.Feature)} of {Quote.InQuotes(spec.Product)} has the same name as one of {Quote.InQuotes(first.Product)} ({first.Path}), so references cannot tell them apart; rename one of the features.");

    public static Finding ProductsDifferInCase(SourceLocation place, Spec spec, Spec first) => Warning("SPUSH1039", place,
        $"The product {Quote.InQuotes(spec.Product)} is spelled {Quote.InQuotes(first.Product)} in {first.Path}, and the server refuses products that differ only in case; spell them alike.");

    private static Finding RefusedName(SourceLocation place, string message) => Error("SPUSH1006", place, message);

    private static Finding Repeated(SourceLocation place, string message) => Error("SPUSH1009", place, message);

    private static Finding WithoutText(SourceLocation place, string message) => Error("SPUSH1014", place, message);

    private static Finding OverLimit(SourceLocation place, string message) => Warning("SPUSH1020", place, message);

    private static string Suggestion(string key) => char.IsAsciiLetter(key[0]) ? key.ToUpperInvariant() : $"G{key.ToUpperInvariant()}";

    private static Finding Error(string code, SourceLocation place, string message) => new(code, Severity.Error, message, place);

    private static Finding Warning(string code, SourceLocation place, string message) => new(code, Severity.Warning, message, place);

    private static Finding Message(string code, SourceLocation place, string message) => new(code, Severity.Message, message, place);
}
