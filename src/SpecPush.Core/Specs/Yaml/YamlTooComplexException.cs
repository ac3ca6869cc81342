namespace SpecPush.Specs.Yaml;

/// <summary>A document that no person wrote: too deep, or too large once its aliases are followed.</summary>
internal sealed class YamlTooComplexException(string message, int line, int column) : Exception(message)
{
    public int Line => line;

    public int Column => column;
}
