using System.Collections.Immutable;

namespace SpecPush.Specs.Yaml;

/// <summary>A piece of a YAML document, and where it begins. Lines and columns are from 1.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>
/// A text as written: <c>1.0</c> and <c>true</c> are text. It is plain if it has no quotes and is no block; its end is an offset in
/// the file's text.
/// </summary>
internal sealed record YamlScalar(string Text, bool IsPlain, int EndOffset, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>What YAML calls null: an empty value, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>Entries in the order of the file; a key may stand in it twice.</summary>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>The value of the last entry with this key.</summary>
    public YamlNode? this[string key] => Entries.LastOrDefault(entry => entry.Key.Text == key)?.Value;
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
