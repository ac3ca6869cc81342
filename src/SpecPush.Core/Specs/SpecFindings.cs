using SpecPush.Reporting;

namespace SpecPush.Specs;

/// <summary>What can be said about a spec.</summary>
internal static class SpecFindings
{
    public static Finding NotYaml(SourceLocation place, string problem, string? hint) => Error("SPUSH1001", place,
        $"This is not valid YAML: {problem}.{(hint is null ? "" : $" {hint}")}");

    public static Finding NotUtf8(SourceLocation place) => Error("SPUSH1002", place,
        "The file is not UTF-8 from here on; save it as UTF-8.");

    public static Finding TooLarge(SourceLocation place, string problem) => Error("SPUSH1003", place,
        $"The file is not read, because {problem}; split the feature into several.");

    public static Finding ForeignFormat(string path) => new("SPUSH1004", Severity.Message,
        "The file has no top-level 'feature:', so it is taken for another tool's and not pushed.", new SourceLocation(path));

    public static Finding Missing(SourceLocation place, string key, string parent) => Error("SPUSH1005", place,
        $"'{parent}' has no '{key}'; add one.");

    public static Finding InvalidName(SourceLocation place, string key, string value) => Error("SPUSH1006", place,
        $"feature.{key} is '{Shorten(value)}', but the server takes only letters, digits, '-' and '_', 255 at most.");

    public static Finding InvalidVersion(SourceLocation place, string value) => Warning("SPUSH1007", place,
        $"feature.version is '{Shorten(value)}', which the server would refuse, so the spec is sent without it; write three numbers, such as 1.0.0.");

    public static Finding DuplicateFeatureKey(SourceLocation place, string key, int firstLine) => Warning("SPUSH1008", place,
        $"feature.{key} stands here and in line {firstLine}; this one counts. Remove the other.");

    public static Finding Duplicate(SourceLocation place, string what, int firstLine) => Error("SPUSH1009", place,
        $"{what} stands here and in line {firstLine}; an ID belongs to one requirement. Give one of them another.");

    public static Finding InvalidId(SourceLocation place, string id, string group) => Error("SPUSH1010", place,
        $"'{Shorten(id)}' in {group} is not the ID of a requirement; use a number, or a number, '-' and a number from 1, such as 2-1.");

    public static Finding UnderscoredId(SourceLocation place, string id) => Warning("SPUSH1011", place,
        $"No reference can name the ID '{Shorten(id)}'; did you mean {id.Replace('_', '-')}?");

    public static Finding UnreferableGroup(SourceLocation place, string group) => Warning("SPUSH1012", place,
        $"No reference can name the group '{Shorten(group)}', which must begin with a capital and go on with capitals, digits and '_'; rename it.");

    public static Finding WrongKind(SourceLocation place, string what, string expected) => Error("SPUSH1013", place,
        $"{what} is not {expected}.");

    public static Finding BlankText(SourceLocation place, string acid) => Error("SPUSH1014", place,
        $"{acid} has no text; say what is required.");

    public static Finding OrphanNote(SourceLocation place, string note, string id) => Warning("SPUSH1015", place,
        $"The note '{note}' belongs to no requirement, because there is no {id}; it is not pushed.");

    public static Finding NestedNote(SourceLocation place, string note) => Warning("SPUSH1016", place,
        $"'{note}' stands inside a requirement and is not pushed; write 'note' instead, or put it one level up.");

    public static Finding FileName(SourceLocation place, string feature) => Warning("SPUSH1017", place,
        $"The feature is called {feature}, so its file should be {feature}.feature.yaml; rename one of them.");

    public static Finding DuplicateFeature(SourceLocation place, string feature, string product, string other) => Error("SPUSH1018", place,
        $"{product} has a feature {feature} already, in {other}, which is pushed; rename this one.");

    public static Finding SharedFeature(SourceLocation place, string feature, string product, string otherProduct, string other) => Warning("SPUSH1019", place,
        $"{product} and {otherProduct} ({other}) both have a feature {feature}, and the server keeps references by that name alone; rename one of them.");

    public static Finding OverLimit(SourceLocation place, string what, int count, int limit) => Warning("SPUSH1020", place,
        $"{what} is {count}, and the hosted server takes {limit} at most; shorten it.");

    public static Finding LostText(SourceLocation place, string lost) => Warning("SPUSH1021", place,
        $"What follows ' #' is a comment to YAML, so '{Shorten(lost)}' is not part of the text; put the whole text in quotes if it should be.");

    public static Finding UnknownKey(SourceLocation place, string key, string known) => Warning("SPUSH1022", place,
        $"'{Shorten(key)}' is not a key of this format and is passed over; did you mean '{known}'?");

    public static Finding UnknownReplacement(SourceLocation place, string acid, string replacement) => Warning("SPUSH1023", place,
        $"{acid} is replaced by {Shorten(replacement)}, which does not exist; correct it.");

    public static Finding FurtherDocument(SourceLocation place) => Warning("SPUSH1024", place,
        "Only the first document of a file is read; put this one in a file of its own.");

    public static Finding Unreadable(string path, string reason) => Error("SPUSH1025", new SourceLocation(path),
        $"The spec cannot be read: {reason}");

    private static Finding Error(string code, SourceLocation place, string message) => new(code, Severity.Error, message, place);

    private static Finding Warning(string code, SourceLocation place, string message) => new(code, Severity.Warning, message, place);

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
