using System.Text.Json;

namespace SpecPush.LocalServer.Validation;

/// <summary>Checks a request against the schema in the API's published description.</summary>
internal static class PushReader
{
    public static Push Read(JsonElement body, SchemaLimits limits, SchemaErrors errors)
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
            RepoUri = shape.Text("repo_uri", required: true, longest: limits.RepoUri) ?? "",
            BranchName = shape.Text("branch_name", required: true) ?? "",
            CommitHash = shape.Text("commit_hash", required: true) ?? "",
            ProductName = shape.Text("product_name"),
            TargetImplName = shape.Text("target_impl_name"),
            ParentImplName = shape.Text("parent_impl_name"),
            Specs = new SpecsReader(limits, errors).Read(shape.Array("specs", limits.Specs)),
            References = new ReferencesReader(limits, errors).Read(shape.Object("references")),
        };
    }
}
