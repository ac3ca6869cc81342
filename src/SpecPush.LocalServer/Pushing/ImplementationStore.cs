using Dapper;
using Microsoft.Data.Sqlite;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.LocalServer.Pushing;

/// <summary>The products and implementations of a team, within one transaction.</summary>
internal sealed class ImplementationStore(SqliteConnection connection, SqliteTransaction transaction, TokenHolder holder)
{
    private const string Select = """
        SELECT i.id, i.name, p.name AS Product, parent.name AS Parent
        FROM implementations i JOIN products p ON p.id = i.product_id LEFT JOIN implementations parent ON parent.id = i.parent_id
        """;

    public long EnsureProduct(string name)
    {
        if (FindProduct(name) is { } found)
        {
            return found;
        }

        try
        {
            connection.Execute("INSERT INTO products (team_id, name) VALUES (@TeamId, @name)", new { holder.TeamId, name }, transaction);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw RefusalException.Unprocessable("product_name: has already been taken");
        }

        return FindProduct(name)!.Value;
    }

    public Implementation? Find(string product, string name) => connection.QuerySingleOrDefault<Implementation>(
        $"{Select} WHERE p.team_id = @TeamId AND p.name = @product AND i.name = @name", new { holder.TeamId, product, name }, transaction);

    public IReadOnlyList<Implementation> Tracking(string branchId) => [.. connection.Query<Implementation>(
        $"{Select} JOIN tracked_branches t ON t.implementation_id = i.id WHERE t.branch_id = @branchId ORDER BY i.name", new { branchId }, transaction)];

    public Implementation Create(string product, string name, string? parent, string branchId)
    {
        RequireScope();
        var parentId = parent is null ? null : Existing(product, parent, $"Parent implementation '{parent}' not found").Id;
        var id = Guid.NewGuid().ToString();
        connection.Execute(
            "INSERT INTO implementations (id, product_id, name, parent_id) VALUES (@id, @productId, @name, @parentId)",
            new { id, productId = EnsureProduct(product), name, parentId },
            transaction);
        Track(id, branchId);
        return new Implementation { Id = id, Name = name, Product = product, Parent = parent };
    }

    public Implementation Link(Implementation implementation, string branchId, string repoUri)
    {
        RequireScope();
        var tracksRepository = connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM tracked_branches t JOIN branches b ON b.id = t.branch_id WHERE t.implementation_id = @Id AND b.repo_uri = @repoUri)",
            new { implementation.Id, repoUri },
            transaction);
        if (tracksRepository)
        {
            throw RefusalException.Unprocessable($"Implementation '{implementation.Name}' already tracks a branch in this repository. Cannot link to multiple branches in the same repo.");
        }

        Track(implementation.Id, branchId);
        return implementation;
    }

    public Implementation Existing(string product, string name, string refusal) => Find(product, name) ?? throw RefusalException.Unprocessable(refusal);

    private void Track(string id, string branchId) =>
        connection.Execute("INSERT INTO tracked_branches (implementation_id, branch_id) VALUES (@id, @branchId)", new { id, branchId }, transaction);

    private long? FindProduct(string name) => connection.ExecuteScalar<long?>(
        "SELECT id FROM products WHERE team_id = @TeamId AND name = @name", new { holder.TeamId, name }, transaction);

    private void RequireScope()
    {
        if (!holder.Scopes.Contains(Scopes.WriteImplementations))
        {
            throw RefusalException.MissingScope(Scopes.WriteImplementations);
        }
    }
}
