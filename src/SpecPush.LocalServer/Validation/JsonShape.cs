using System.Text.Json;

namespace SpecPush.LocalServer.Validation;

/// <summary>Reads members of a JSON object, and records what does not match the schema.</summary>
internal sealed class JsonShape(JsonElement element, string pointer, SchemaErrors errors)
{
    public string Pointer => pointer;

    public static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        JsonValueKind.Null => "null",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Reads text of at most <paramref name="longest"/> graphemes.</summary>
    public string? Text(string name, bool required = false, int longest = int.MaxValue)
    {
        if (OfKind(name, JsonValueKind.String, "string", required)?.GetString() is not { } text)
        {
            return null;
        }

        if (Graphemes.Exceed(text, longest))
        {
            errors.Add($"{pointer}/{name}", $"String length is larger than maxLength: {longest}");
        }

        return text;
    }

    public bool Flag(string name)
    {
        if (Find(name, required: false) is not { } value)
        {
            return false;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Invalid(name, value, "boolean");
        return false;
    }

    public JsonElement? Object(string name, bool required = false, int maxMembers = int.MaxValue)
    {
        var value = OfKind(name, JsonValueKind.Object, "object", required);
        if (value?.GetPropertyCount() is { } count && count > maxMembers)
        {
            errors.Add($"{pointer}/{name}", $"Object property count {count} is greater than maxProperties: {maxMembers}");
        }

        return value;
    }

    public JsonElement? Array(string name, int maxItems = int.MaxValue)
    {
        var value = OfKind(name, JsonValueKind.Array, "array", required: false);
        if (value?.GetArrayLength() is { } length && length > maxItems)
        {
            errors.Add($"{pointer}/{name}", $"Array length {length} is larger than maxItems: {maxItems}");
        }

        return value;
    }

    public IReadOnlyList<string>? Texts(string name)
    {
        if (Array(name) is not { } array)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                Invalid($"{name}/{index}", item, "string");
            }
        }

        return texts;
    }

    public void RefuseOthers(params ReadOnlySpan<string> known)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                errors.Add($"{pointer}/{Escape(member.Name)}", $"Unexpected field: {member.Name}");
            }
        }
    }

    private JsonElement? OfKind(string name, JsonValueKind kind, string type, bool required)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Invalid(name, value, type);
        return null;
    }

    private JsonElement? Find(string name, bool required)
    {
        if (element.TryGetProperty(name, out var value))
        {
            return value;
        }

        if (required)
        {
            errors.Add($"{pointer}/{name}", $"Missing field: {name}");
        }

        return null;
    }

    private void Invalid(string name, JsonElement value, string type) => errors.Add(
        $"{pointer}/{name}",
        value.ValueKind == JsonValueKind.Null ? $"null value where {type} expected" : $"Invalid {type}. Got: {NameOf(value.ValueKind)}");
}
