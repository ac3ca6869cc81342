using System.Text.RegularExpressions;

namespace SpecPush.LocalServer.Pages;

/// <summary>Orders as people count: 2 before 10.</summary>
internal static partial class NaturalOrder
{
    // Longer numbers are no numbers that anybody counts with.
    private const int Digits = 10;

    /// <summary>A text by which an ordinal comparison gives the order.</summary>
    public static string KeyOf(string text) => Number.Replace(text, static number => number.Value.PadLeft(Digits, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number { get; }
}
