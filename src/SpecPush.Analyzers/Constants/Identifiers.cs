using System.Collections.Immutable;
using System.Globalization;

namespace SpecPush.Analyzers.Constants;

/// <summary>
/// Names features and requirements in C#. Names depend only on the names in the specs; otherwise adding a spec could silently change
/// the meaning of an identifier. If several would get the same name, none of them does.
/// </summary>
internal static class Identifiers
{
    /// <summary>The class that contains the classes of all features; in C#, none of them can have the same name.</summary>
    public const string OuterClass = "Acids";

    /// <summary><c>auth-feature</c> is <c>AuthFeature</c>.</summary>
    public static ImmutableDictionary<string, string> ForFeatures(IEnumerable<string> features) =>
        Assign(features, static feature => string.Concat(feature.Split('-', '_').Select(Capitalize)));

    /// <summary><c>LOGIN.1-2</c>, an ACID without its feature, is <c>LOGIN_1_2</c>.</summary>
    public static ImmutableDictionary<string, string> ForRequirements(IEnumerable<string> requirements) =>
        Assign(requirements, static requirement => requirement.Replace('-', '_').Replace('.', '_'));

    private static ImmutableDictionary<string, string> Assign(IEnumerable<string> names, Func<string, string> convert) =>
        names.Distinct(StringComparer.Ordinal)
            .GroupBy(name => WithoutLeadingDigit(convert(name)), StringComparer.Ordinal)
            .SelectMany(static same => same.Select(name => KeyValuePair.Create(name, IsClear(same) ? same.Key : SpellOut(name))))
            .ToImmutableDictionary(StringComparer.Ordinal);

    private static bool IsClear(IGrouping<string, string> same) => same.Key is not (OuterClass or "" or "_") && same.Count() == 1;

    // An underscore, and every character other than a letter or digit as its number: different names stay different, and none is a keyword.
    private static string SpellOut(string name) =>
        "_" + string.Concat(name.Select(static character => char.IsAsciiLetterOrDigit(character)
            ? character.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"_{(int)character:X2}")));

    private static string WithoutLeadingDigit(string name) => name.Length > 0 && char.IsAsciiDigit(name[0]) ? "_" + name : name;

    private static string Capitalize(string part) => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..];
}
