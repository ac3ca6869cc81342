using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs.Yaml;

/// <summary>A value in a YAML document, with the place where it begins.</summary>
internal abstract record YamlNode(SourceLocation Start);

/// <param name="Start">Where it begins.</param>
/// <param name="Text">As written: what other readers take for a number, a date or a boolean is text here.</param>
/// <param name="IsPlain">Neither quoted nor a block.</param>
/// <param name="End">Just behind its last character.</param>
internal sealed record YamlScalar(SourceLocation Start, string Text, bool IsPlain, SourceLocation End) : YamlNode(Start)
{
    /// <summary>Nothing at all, or one of YAML's words for it.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlSequence(SourceLocation Start, ImmutableArray<YamlNode> Items) : YamlNode(Start);

/// <param name="Start">Where it begins.</param>
/// <param name="Entries">In the order of the file, repeated keys included.</param>
internal sealed record YamlMapping(SourceLocation Start, ImmutableArray<YamlEntry> Entries) : YamlNode(Start);

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Text;
}
