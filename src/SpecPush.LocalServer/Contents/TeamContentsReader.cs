using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SpecPush.LocalServer.Storage;

namespace SpecPush.LocalServer.Contents;

/// <summary>Reads everything that a team pushed, as a consistent snapshot.</summary>
internal sealed class TeamContentsReader(Database database)
{
    public Task<TeamContents> ReadAsync(long team, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new TeamContents(ReadImplementations(connection, team), ReadBranches(connection, team)), cancellationToken);

    /// <summary>The only team, or null if there are several.</summary>
    public Task<long?> FindOnlyTeamAsync(CancellationToken cancellationToken) => database.ReadAsync(
        static connection => connection.Query<long?>("SELECT id FROM teams LIMIT 2").ToArray() is [var only] ? only : null, cancellationToken);

    private static StoredImplementation[] ReadImplementations(SqliteConnection connection, long team)
    {
        var branches = connection.Query<(string Implementation, string Branch)>("SELECT implementation_id, branch_id FROM tracked_branches")
            .ToLookup(static row => row.Implementation, static row => row.Branch, StringComparer.Ordinal);
        return [.. connection.Query<(string Id, string Product, string Name, string? ParentId)>(
            """
            SELECT i.id, p.name, i.name, i.parent_id FROM implementations i JOIN products p ON p.id = i.product_id
            WHERE p.team_id = @team ORDER BY p.name, i.name
            """,
            new { team }).Select(row => new StoredImplementation(row.Id, row.Product, row.Name, row.ParentId, [.. branches[row.Id]]))];
    }

    private static StoredBranch[] ReadBranches(SqliteConnection connection, long team)
    {
        var specs = connection.Query<(string Branch, string Content)>(
                "SELECT s.branch_id, s.content FROM specs s JOIN branches b ON b.id = s.branch_id WHERE b.team_id = @team ORDER BY s.product_id, s.feature", new { team })
            .ToLookup(static row => row.Branch, static row => JsonSerializer.Deserialize(row.Content, StorageJson.Default.PushedSpec)!, StringComparer.Ordinal);
        var references = connection.Query<(string Branch, string Acid, string Content)>(
                "SELECT r.branch_id, r.acid, r.content FROM reference_lists r JOIN branches b ON b.id = r.branch_id WHERE b.team_id = @team ORDER BY r.acid", new { team })
            .ToLookup(static row => row.Branch, StringComparer.Ordinal);
        return [.. connection.Query<(string Id, string RepoUri, string Name, string Commit)>(
                "SELECT id, repo_uri, branch_name, commit_hash FROM branches WHERE team_id = @team ORDER BY repo_uri, branch_name", new { team })
            .Select(row => new StoredBranch(row.Id, row.RepoUri, row.Name, row.Commit, [.. specs[row.Id]], references[row.Id].ToDictionary(
                static list => list.Acid, static list => JsonSerializer.Deserialize(list.Content, StorageJson.Default.IReadOnlyListPushedReference)!, StringComparer.Ordinal)))];
    }
}
