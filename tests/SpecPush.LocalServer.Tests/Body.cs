using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpecPush.LocalServer.Tests;

/// <summary>Creates request bodies.</summary>
internal static class Body
{
    public static string Push(
        IEnumerable<JsonObject>? specs = null,
        IReadOnlyDictionary<string, string[]>? references = null,
        bool isOverride = false,
        string branch = "main",
        string repository = "github.com/my-org/my-repo",
        string? product = null,
        string? target = null,
        string? parent = null)
    {
        var body = new JsonObject { ["repo_uri"] = repository, ["branch_name"] = branch, ["commit_hash"] = "abc123def456" };
        Add("product_name", product);
        Add("target_impl_name", target);
        Add("parent_impl_name", parent);
        if (specs is not null)
        {
            body["specs"] = new JsonArray([.. specs]);
        }

        if (references is not null)
        {
            var data = references.Select(static list => KeyValuePair.Create(
                list.Key, (JsonNode?)new JsonArray([.. list.Value.Select(static path => new JsonObject { ["path"] = path, ["is_test"] = path.StartsWith("tests/", StringComparison.Ordinal) })])));
            body["references"] = new JsonObject { ["override"] = isOverride, ["data"] = new JsonObject(data) };
        }

        return body.ToJsonString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }

    public static JsonObject Spec(string feature = "cart", string product = "shop", int requirements = 1, string text = "It works", string? version = null, string? description = null)
    {
        var header = new JsonObject { ["name"] = feature, ["product"] = product };
        if (version is not null)
        {
            header["version"] = version;
        }

        if (description is not null)
        {
            header["description"] = description;
        }

        return new JsonObject
        {
            ["feature"] = header,
            ["meta"] = new JsonObject { ["path"] = $"features/{feature}.feature.yaml", ["last_seen_commit"] = "abc123def456" },
            ["requirements"] = new JsonObject(Enumerable.Range(1, requirements)
                .Select(number => KeyValuePair.Create($"{feature}.A.{number}", (JsonNode?)new JsonObject { ["requirement"] = text }))),
        };
    }

    public static string Detail(this JsonElement body) => body.GetProperty("errors").GetProperty("detail").GetString()!;
}
