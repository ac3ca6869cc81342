namespace SpecPush.LocalServer.Validation;

/// <summary>What is wrong with the shape of a request: the outer failures first, then the one that says what it is.</summary>
internal sealed class SchemaErrors
{
    private readonly List<SchemaError> _errors = [];

    public IReadOnlyList<SchemaError> All => _errors;

    public bool Any => _errors.Count > 0;

    public void Add(string pointer, string detail) => _errors.Add(new SchemaError(pointer, detail));

    /// <summary>Says that what stands at <paramref name="pointer"/> is no <paramref name="schema"/>, in front of the reasons that were added since.</summary>
    public void Wrap(int since, string pointer, string schema)
    {
        if (_errors.Count > since)
        {
            _errors.Insert(since, new SchemaError(pointer, $"Failed to cast value as {schema}."));
        }
    }

    public int Count => _errors.Count;
}

internal sealed record SchemaError(string Pointer, string Detail);
