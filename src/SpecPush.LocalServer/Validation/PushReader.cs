using System.Text.Json;

namespace SpecPush.LocalServer.Validation;

/// <summary>Checks the shape of a request against the schema of the API's published description.</summary>
internal static class PushReader
{
    private const string DefaultVersion = "1.0.0";

    public static Push Read(JsonElement body, SchemaErrors errors)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors.Add("/", $"Invalid object. Got: {JsonShape.NameOf(body.ValueKind)}");
            return new Push();
        }

        var shape = new JsonShape(body, "", errors);
        shape.RefuseOthers("repo_uri", "branch_name", "commit_hash", "product_name", "target_impl_name", "parent_impl_name", "specs", "references");
        return new Push
        {
            RepoUri = shape.Text("repo_uri", required: true) ?? "",
            BranchName = shape.Text("branch_name", required: true) ?? "",
            CommitHash = shape.Text("commit_hash", required: true) ?? "",
            ProductName = shape.Text("product_name"),
            TargetImplName = shape.Text("target_impl_name"),
            ParentImplName = shape.Text("parent_impl_name"),
            Specs = ReadSpecs(shape.Array("specs"), errors),
            References = ReadReferences(shape.Object("references"), errors),
        };
    }

    private static List<PushedSpec> ReadSpecs(JsonElement? specs, SchemaErrors errors)
    {
        var read = new List<PushedSpec>();
        foreach (var (index, spec) in specs?.EnumerateArray().Index() ?? [])
        {
            var (before, pointer) = (errors.Count, $"/specs/{index}");
            if (spec.ValueKind == JsonValueKind.Object)
            {
                read.Add(ReadSpec(spec, pointer, errors));
            }
            else
            {
                errors.Add(pointer, $"Invalid object. Got: {JsonShape.NameOf(spec.ValueKind)}");
            }

            errors.Wrap(before, pointer, "SpecObject");
        }

        return read;
    }

    private static PushedSpec ReadSpec(JsonElement spec, string pointer, SchemaErrors errors)
    {
        var shape = new JsonShape(spec, pointer, errors);
        var before = errors.Count;
        var feature = new JsonShape(shape.Object("feature", required: true) ?? Empty, $"{pointer}/feature", errors);
        var hasFeature = errors.Count == before;
        var name = feature.Text("name", required: hasFeature);
        var product = feature.Text("product", required: hasFeature);
        var version = feature.Text("version") ?? DefaultVersion;
        var description = feature.Text("description");
        var prerequisites = feature.Texts("prerequisites");
        if (hasFeature)
        {
            errors.Wrap(before, feature.Pointer, "Feature");
        }

        before = errors.Count;
        var meta = new JsonShape(shape.Object("meta", required: true) ?? Empty, $"{pointer}/meta", errors);
        var hasMeta = errors.Count == before;
        var path = meta.Text("path", required: hasMeta);
        var lastSeenCommit = meta.Text("last_seen_commit", required: hasMeta);
        var rawContent = meta.Text("raw_content");
        if (hasMeta)
        {
            errors.Wrap(before, meta.Pointer, "FeatureMeta");
        }

        return new PushedSpec(
            name ?? "", product ?? "", version, description, prerequisites, path ?? "", lastSeenCommit ?? "", rawContent,
            ReadRequirements(shape.Object("requirements", required: true), $"{pointer}/requirements", errors));
    }

    private static Dictionary<string, PushedRequirement> ReadRequirements(JsonElement? requirements, string pointer, SchemaErrors errors)
    {
        var read = new Dictionary<string, PushedRequirement>(StringComparer.Ordinal);
        foreach (var member in requirements?.EnumerateObject() ?? default)
        {
            var (before, place) = (errors.Count, $"{pointer}/{JsonShape.Escape(member.Name)}");
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                var shape = new JsonShape(member.Value, place, errors);
                read[member.Name] = new PushedRequirement(
                    shape.Text("requirement", required: true) ?? "", shape.Flag("deprecated"), shape.Text("note"), shape.Texts("replaced_by"));
            }
            else
            {
                errors.Add(place, $"Invalid object. Got: {JsonShape.NameOf(member.Value.ValueKind)}");
            }

            errors.Wrap(before, place, "RequirementDefinition");
        }

        return read;
    }

    private static PushedReferences? ReadReferences(JsonElement? references, SchemaErrors errors)
    {
        if (references is not { } value)
        {
            return null;
        }

        var before = errors.Count;
        var shape = new JsonShape(value, "/references", errors);
        var data = new Dictionary<string, IReadOnlyList<PushedReference>>(StringComparer.Ordinal);
        foreach (var member in shape.Object("data", required: true)?.EnumerateObject() ?? default)
        {
            data[member.Name] = ReadList(member.Value, $"/references/data/{JsonShape.Escape(member.Name)}", errors);
        }

        var isOverride = shape.Flag("override");
        errors.Wrap(before, "/references", "References");
        return new PushedReferences(isOverride, data);
    }

    private static List<PushedReference> ReadList(JsonElement list, string pointer, SchemaErrors errors)
    {
        var read = new List<PushedReference>();
        if (list.ValueKind != JsonValueKind.Array)
        {
            errors.Add(pointer, $"Invalid array. Got: {JsonShape.NameOf(list.ValueKind)}");
            return read;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var (before, place) = (errors.Count, $"{pointer}/{index}");
            if (item.ValueKind == JsonValueKind.Object)
            {
                var shape = new JsonShape(item, place, errors);
                read.Add(new PushedReference(shape.Text("path", required: true) ?? "", shape.Flag("is_test")));
            }
            else
            {
                errors.Add(place, $"Invalid object. Got: {JsonShape.NameOf(item.ValueKind)}");
            }

            errors.Wrap(before, place, "RefObject");
        }

        return read;
    }

    private static JsonElement Empty { get; } = JsonDocument.Parse("{}").RootElement;
}
