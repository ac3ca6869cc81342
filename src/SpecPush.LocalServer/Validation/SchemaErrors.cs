using System.Text.Json;

namespace SpecPush.LocalServer.Validation;

/// <summary>The schema errors of a request: the outer failures first, then the inner one that explains them.</summary>
internal sealed class SchemaErrors
{
    private readonly List<SchemaError> _errors = [];

    public IReadOnlyList<SchemaError> All => _errors;

    public bool Any => _errors.Count > 0;

    public void Add(string pointer, string detail) => _errors.Add(new SchemaError(pointer, detail));

    /// <summary>Reads an object; its errors come after one that says that the object is not a <paramref name="schema"/>.</summary>
    public void Within(string schema, string pointer, JsonElement element, Action<JsonShape> read)
    {
        var before = _errors.Count;
        if (element.ValueKind == JsonValueKind.Object)
        {
            read(new JsonShape(element, pointer, this));
        }
        else
        {
            Add(pointer, $"Invalid object. Got: {JsonShape.NameOf(element.ValueKind)}");
        }

        if (_errors.Count > before)
        {
            _errors.Insert(before, new SchemaError(pointer, $"Failed to cast value as {schema}. Value must be castable using `allOf` schemas listed."));
        }
    }
}

internal sealed record SchemaError(string Pointer, string Detail);
