using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using SpecPush.LocalServer.Storage;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Endpoints;

/// <summary><c>GET /api/v1/contents</c>: everything that the token's team has pushed. The hosted server has no such endpoint.</summary>
internal sealed class ContentsEndpoint(TokenStore tokens, Database database)
{
    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var holder = await Authentication.FindHolderAsync(context.Request, tokens, cancellationToken);
            return Answers.Contents(await database.ReadAsync(connection => Read(connection, holder.TeamId), cancellationToken));
        }
        catch (Refusal refusal)
        {
            return Answers.Of(refusal);
        }
    }

    private static JsonObject Read(SqliteConnection connection, long team) => new()
    {
        ["implementations"] = Rows(
            connection,
            """
            SELECT p.name AS product, i.name AS implementation, parent.name AS parent, b.repo_uri, b.branch_name, b.commit_hash, b.id AS branch_id
            FROM implementations i
            JOIN products p ON p.id = i.product_id
            LEFT JOIN implementations parent ON parent.id = i.parent_id
            LEFT JOIN tracked_branches t ON t.implementation_id = i.id
            LEFT JOIN branches b ON b.id = t.branch_id
            WHERE p.team_id = @team ORDER BY p.name, i.name, b.repo_uri
            """,
            team),
        ["branches"] = Branches(connection, team),
    };

    private static JsonArray Branches(SqliteConnection connection, long team)
    {
        var branches = Rows(connection, "SELECT id, repo_uri, branch_name, commit_hash FROM branches WHERE team_id = @team ORDER BY repo_uri, branch_name", team);
        foreach (var branch in branches.OfType<JsonObject>())
        {
            var id = (string)branch["id"]!;
            branch["specs"] = new JsonArray([.. connection.Query<string>(
                "SELECT content FROM specs WHERE branch_id = @id ORDER BY product_id, feature", new { id }).Select(static content => JsonNode.Parse(content))]);
            branch["references"] = new JsonObject(connection.Query<(string Acid, string Content)>(
                "SELECT acid, content FROM reference_lists WHERE branch_id = @id ORDER BY acid", new { id })
                .Select(static list => KeyValuePair.Create(list.Acid, JsonNode.Parse(list.Content))));
        }

        return branches;
    }

    private static JsonArray Rows(SqliteConnection connection, string query, long team) => new(
        [.. connection.Query(query, new { team }).Cast<IDictionary<string, object?>>()
            .Select(static row => new JsonObject(row.Select(static column => KeyValuePair.Create(column.Key, (JsonNode?)(column.Value as string)))))]);
}
