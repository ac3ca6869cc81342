using System.Text.RegularExpressions;

namespace SpecPush.LocalServer.Pages;

/// <summary>Sorts numbers in text by their value: 2 before 10.</summary>
internal static partial class NaturalOrder
{
    // Longer digit sequences are not numbers that people count with.
    private const int Digits = 10;

    /// <summary>A key whose ordinal comparison gives this order.</summary>
    public static string KeyOf(string text) => Number.Replace(text, static number => number.Value.PadLeft(Digits, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number { get; }
}
