namespace System.Text.Json.Serialization;

/// <summary>Lets the core's enums compile without System.Text.Json.</summary>
/// <param name="name">The name in JSON.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class JsonStringEnumMemberNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
