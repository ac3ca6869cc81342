using System.Text.Json;

namespace SpecPush.LocalServer.Validation;

/// <summary>Reads the member <c>references</c>.</summary>
internal sealed class ReferencesReader(SchemaLimits limits, SchemaErrors errors)
{
    private const string Pointer = "/references";

    public PushedReferences? Read(JsonElement? references)
    {
        PushedReferences? read = null;
        if (references is { } element)
        {
            errors.Within("References", Pointer, element, shape =>
            {
                var data = new Dictionary<string, IReadOnlyList<PushedReference>>(StringComparer.Ordinal);
                foreach (var list in shape.Object("data", required: true, maxMembers: limits.Acids)?.EnumerateObject() ?? default)
                {
                    data[list.Name] = ReadList(list.Value, $"{Pointer}/data/{JsonShape.Escape(list.Name)}");
                }

                read = new PushedReferences(shape.Flag("override"), data);
            });
        }

        return read;
    }

    private List<PushedReference> ReadList(JsonElement list, string pointer)
    {
        var read = new List<PushedReference>();
        if (list.ValueKind != JsonValueKind.Array)
        {
            errors.Add(pointer, $"Invalid array. Got: {JsonShape.NameOf(list.ValueKind)}");
            return read;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            errors.Within("RefObject", $"{pointer}/{index}", item, shape => read.Add(new PushedReference(shape.Text("path", required: true) ?? "", shape.Flag("is_test"))));
        }

        return read;
    }
}
