using System.Text.Json;

namespace SpecPush.LocalServer.Validation;

/// <summary>Reads the member <c>specs</c>.</summary>
internal sealed class SpecsReader(SchemaLimits limits, SchemaErrors errors)
{
    private const string DefaultVersion = "1.0.0";

    public IReadOnlyList<PushedSpec> Read(JsonElement? specs)
    {
        var read = new List<PushedSpec>();
        foreach (var (index, spec) in specs?.EnumerateArray().Index() ?? [])
        {
            errors.Within("SpecObject", $"/specs/{index}", spec, shape => read.Add(ReadSpec(shape)));
        }

        return read;
    }

    private PushedSpec ReadSpec(JsonShape shape)
    {
        var spec = new PushedSpec();
        if (shape.Object("feature", required: true) is { } feature)
        {
            errors.Within("Feature", $"{shape.Pointer}/feature", feature, feature => spec = spec with
            {
                Feature = feature.Text("name", required: true) ?? "",
                Product = feature.Text("product", required: true) ?? "",
                Version = feature.Text("version") ?? DefaultVersion,
                Description = feature.Text("description", longest: limits.Description),
                Prerequisites = feature.Texts("prerequisites"),
            });
        }

        if (shape.Object("meta", required: true) is { } meta)
        {
            errors.Within("FeatureMeta", $"{shape.Pointer}/meta", meta, meta => spec = spec with
            {
                Path = meta.Text("path", required: true, longest: limits.Path) ?? "",
                LastSeenCommit = meta.Text("last_seen_commit", required: true) ?? "",
                RawContent = meta.Text("raw_content", longest: limits.RawContent),
            });
        }

        return spec with { Requirements = ReadRequirements(shape.Object("requirements", required: true), $"{shape.Pointer}/requirements") };
    }

    // Sorted, because requirements have no order: the same ones in another order are the same spec.
    private SortedDictionary<string, PushedRequirement> ReadRequirements(JsonElement? requirements, string pointer)
    {
        var read = new SortedDictionary<string, PushedRequirement>(StringComparer.Ordinal);
        foreach (var member in requirements?.EnumerateObject() ?? default)
        {
            errors.Within("RequirementDefinition", $"{pointer}/{JsonShape.Escape(member.Name)}", member.Value, shape => read[member.Name] = new PushedRequirement(
                shape.Text("requirement", required: true, longest: limits.RequirementText) ?? "", shape.Flag("deprecated"), shape.Text("note"), shape.Texts("replaced_by")));
        }

        return read;
    }
}
