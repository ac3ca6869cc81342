namespace SpecPush.Tests.Specs;

/// <summary>Generates specs in YAML's flow style from parts, some of which are wrong.</summary>
internal sealed class GeneratedSpecs(int seed)
{
    private static readonly string[] Names = ["shop", "shop", "shop", "shop", "my_app", "My-App", "'quoted'", "42", "true", "a b", "a.b", "1.5", "''", "~", "[x]", "{a: b}"];
    private static readonly string[] Texts = ["Text", "Text", "Text", "42", "1.5", "true", "2024-01-01", "'ü: #'", "\"a b\""];
    private static readonly string[] Blanks = ["''", "' '", "~", "", "null"];
    private static readonly string[] WrongTexts = ["[a, b]", "{a: b}", "[]"];
    private static readonly string[] Flags = ["true", "false", "True", "'false'", "~", "yes", "1", "[]"];
    private static readonly string[] Ids = ["1", "2", "10", "1-1", "3-01", "2_1", "007", "1-note", "2-note"];
    private static readonly string[] WrongIds = ["1-0", "1-1-1", "1.5", "1a", "2_0"];
    private static readonly string[] OtherIds = ["x", "AUTH", "note", "x-note"];
    private static readonly string[] ComponentKeys = ["AUTH", "MY_GROUP", "lower", "A-B"];
    private static readonly string[] ConstraintKeys = ["SAFE", "1A", "UX_2"];
    private static readonly string[] WrongGroupKeys = ["a.b", "\"a b\"", "\"\""];

    // A fixed seed gives the same specs on every machine; nothing here is a secret.
    private readonly Random _random = new(seed);

    public string Next() => Mapping(
        ("feature", () => Rarely(20) ? Text() : Mapping(
            ("name", () => Rarely(6) ? From(Names) : "auth"),
            ("product", () => Rarely(6) ? From(Names) : "shop"),
            ("version", Rarely(2) ? Text : null),
            ("description", Rarely(2) ? Text : null),
            ("prerequisites", Rarely(2) ? List : null),
            ("owner", Rarely(4) ? () => From(WrongTexts) : null))),
        ("components", Rarely(8) ? Text : () => Groups(ComponentKeys)),
        ("constraints", Rarely(2) ? null : () => Groups(ConstraintKeys)),
        ("other", Rarely(4) ? Text : null));

    private string Groups(string[] keys) => Mapping([.. Some(keys).Concat(Rarely(15) ? [From(WrongGroupKeys)] : []).Select(key => (key, (Func<string>?)Group))]);

    // An ID both in the group and below 'requirements' would be a duplicate, which a schema cannot express.
    private string Group()
    {
        var ids = Ids.ToLookup(_ => _random.Next(4));
        return Rarely(15) ? Text() : Mapping(
        [
            .. Requirements([.. ids[0], .. Rarely(12) ? [From(WrongIds)] : Array.Empty<string>()]),
            ("name", Rarely(4) ? Text : null),
            ("deprecated", Rarely(4) ? () => From(Flags) : null),
            ("requirements", Rarely(2) ? () => Rarely(10) ? Text() : Mapping(Requirements([.. ids[1], .. Rarely(8) ? [From(OtherIds)] : Array.Empty<string>()])) : null),
        ]);
    }

    // A note that is not a text matters only if its requirement exists, which a schema cannot express either.
    private IEnumerable<(string Key, Func<string>? Value)> Requirements(string[] keys) =>
        keys.Select(key => (key, (Func<string>?)(key.EndsWith("-note", StringComparison.Ordinal) ? () => From(Texts) : Requirement)));

    private string Requirement() => Rarely(3)
        ? Mapping(
            ("requirement", Rarely(10) ? null : Text),
            ("note", Rarely(3) ? Text : null),
            ("deprecated", Rarely(3) ? () => From(Flags) : null),
            (Rarely(2) ? "replaced_by" : "replacements", Rarely(3) ? List : null),
            ("skipped", Rarely(4) ? () => "true" : null))
        : Text();

    private string Text() => Rarely(25) ? From(WrongTexts) : Rarely(25) ? From(Blanks) : From(Texts);

    private string List() => Rarely(2) ? Text() : $"[{From(Texts)}, {(Rarely(10) ? From(WrongTexts) : "~")}]";

    private static string Mapping(params IEnumerable<(string Key, Func<string>? Value)> entries) =>
        $"{{{string.Join(", ", entries.Where(static entry => entry.Value is not null).Select(static entry => $"{entry.Key}: {entry.Value!()}"))}}}";

    private string From(string[] values) => values[_random.Next(values.Length)];

    private IEnumerable<string> Some(string[] values) => [.. values.Where(_ => _random.Next(3) == 0)];

    private bool Rarely(int oneIn) => _random.Next(oneIn) == 0;
}
