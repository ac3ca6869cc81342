using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Storage;
using SpecPush.LocalServer.Tokens;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Pushing;

/// <summary>Stores a push completely or not at all.</summary>
internal sealed class PushStore(Database database)
{
    public Task<PushAnswer> StoreAsync(Push push, TokenHolder holder, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => Store(connection, transaction, push, holder), cancellationToken);

    private static PushAnswer Store(SqliteConnection connection, SqliteTransaction transaction, Push push, TokenHolder holder)
    {
        var branchId = EnsureBranch(connection, transaction, push, holder);
        var store = new ImplementationStore(connection, transaction, holder);
        var rules = new ImplementationRules(store, push, branchId);
        var product = push.Specs is [var first, ..] ? first.Product : null;
        var implementation = product is not null ? rules.WithSpecs(product) : rules.WithoutSpecs();
        if (implementation is not null && push.References?.Data.Keys.FirstOrDefault(static acid => !acid.Contains('.', StringComparison.Ordinal)) is { } noAcid)
        {
            throw RefusalException.Unprocessable(PushRules.NoAcid(noAcid));
        }

        var (created, updated) = product is null ? (0, 0) : StoreSpecs(connection, transaction, push, branchId, store.EnsureProduct(product));
        if (push.References is { } references)
        {
            StoreReferences(connection, transaction, branchId, references);
        }

        return new PushAnswer(branchId, implementation?.Id, implementation?.Name, implementation?.Product, created, updated, []);
    }

    private static string EnsureBranch(SqliteConnection connection, SqliteTransaction transaction, Push push, TokenHolder holder) => connection.ExecuteScalar<string>(
        """
        INSERT INTO branches (id, team_id, repo_uri, branch_name, commit_hash) VALUES (@id, @TeamId, @RepoUri, @BranchName, @CommitHash)
        ON CONFLICT (team_id, repo_uri, branch_name) DO UPDATE SET commit_hash = excluded.commit_hash
        RETURNING id
        """,
        new { id = Guid.NewGuid().ToString(), holder.TeamId, push.RepoUri, push.BranchName, push.CommitHash },
        transaction)!;

    private static (int Created, int Updated) StoreSpecs(SqliteConnection connection, SqliteTransaction transaction, Push push, string branchId, long productId)
    {
        var (created, updated) = (0, 0);
        foreach (var spec in push.Specs)
        {
            var content = JsonSerializer.Serialize(spec, StorageJson.Default.PushedSpec);
            var stored = connection.ExecuteScalar<string?>(
                "SELECT content FROM specs WHERE branch_id = @branchId AND product_id = @productId AND feature = @Feature", new { branchId, productId, spec.Feature }, transaction);
            if (stored == content)
            {
                continue;
            }

            connection.Execute(
                "INSERT OR REPLACE INTO specs (branch_id, product_id, feature, content) VALUES (@branchId, @productId, @Feature, @content)",
                new { branchId, productId, spec.Feature, content },
                transaction);
            _ = stored is null ? created++ : updated++;
        }

        return (created, updated);
    }

    private static void StoreReferences(SqliteConnection connection, SqliteTransaction transaction, string branchId, PushedReferences references)
    {
        var lists = references.Data.Select(entry => new
        {
            branchId,
            feature = entry.Key.Split('.')[0],
            acid = entry.Key,
            content = JsonSerializer.Serialize(entry.Value, StorageJson.Default.IReadOnlyListPushedReference),
        }).ToArray();
        if (references.Override)
        {
            connection.Execute(
                "DELETE FROM reference_lists WHERE branch_id = @branchId AND feature = @feature",
                lists.Select(static list => new { list.branchId, list.feature }).Distinct(),
                transaction);
        }

        connection.Execute("INSERT OR REPLACE INTO reference_lists (branch_id, feature, acid, content) VALUES (@branchId, @feature, @acid, @content)", lists, transaction);
    }
}
