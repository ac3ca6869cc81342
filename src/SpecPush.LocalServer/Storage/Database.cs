using Dapper;
using Microsoft.Data.Sqlite;

namespace SpecPush.LocalServer.Storage;

/// <summary>One SQLite file, or a database that lives as long as the process.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _connectionString;

    // Keeps a database in memory alive.
    private readonly SqliteConnection _keeper;

    // SQLite has one writer at a time; waiting here is fair, waiting in SQLite is not.
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

    /// <summary>Runs <paramref name="work"/> in a transaction that is taken back when it throws.</summary>
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

    /// <summary>Runs <paramref name="work"/> on one state of the data.</summary>
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

    /// <summary>Closes every connection, the last of which leaves one complete file.</summary>
    public void Dispose()
    {
        _keeper.Dispose();
        SqliteConnection.ClearAllPools();
        _writing.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
