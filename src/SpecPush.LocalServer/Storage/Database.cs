using Dapper;
using Microsoft.Data.Sqlite;

namespace SpecPush.LocalServer.Storage;

/// <summary>A SQLite file, or a database in memory.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _connectionString;

    // A database in memory exists as long as a connection to it is open.
    private readonly SqliteConnection _keeper;

    // SQLite allows one writer at a time, and does not queue the others fairly.
    private readonly SemaphoreSlim _writing = new(1, 1);

    public Database(string? path)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path ?? $"specpush-{Guid.NewGuid():N}",
            Mode = path is null ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWriteCreate,
            Cache = path is null ? SqliteCacheMode.Shared : SqliteCacheMode.Default,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ConnectionString;
        if (path is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        _keeper = Open();
        _keeper.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        using var schema = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream("schema.sql")!);
        _keeper.Execute(schema.ReadToEnd());
    }

    /// <summary>Runs <paramref name="work"/> in a transaction, which is rolled back if it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(connection, transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> on a consistent snapshot.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            return work(connection);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Closes every connection; the last one merges the write-ahead log into the file.</summary>
    public void Dispose()
    {
        SqliteConnection.ClearPool(_keeper);
        _keeper.Dispose();
        _writing.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
