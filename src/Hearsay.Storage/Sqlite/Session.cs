using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time. Parameters are ?1, ?2 … in the order of the values.</summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public Session(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>Runs a statement; gives the number of rows that it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The number of the row that the last insert made.</summary>
    public long LastRow => Number("SELECT last_insert_rowid()");

    /// <summary>The first column of the first row as a number, 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar() is long number ? number : 0;

    /// <summary>The first column of the first row; null where there is none.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) =>
        Prepared(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    /// <summary>Every row.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    /// <summary>The first row; the default where there is none.</summary>
    public T? Row<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    /// <summary>
    /// Runs statements that take no values and are not kept. Not by ExecuteNonQuery: that swallows the error of a statement behind one that gives
    /// rows, which an ALTER TABLE of a strict table does.
    /// </summary>
    public void Script(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Connection.Handle, sql), Connection.Handle);

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter($"?{i + 1}", null));
            _prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Bound(values[i]);
        return command;
    }

    private static object Bound(object? value) => value switch
    {
        null => DBNull.Value,
        // NUL would end the text for SQLite, half a surrogate pair has no UTF-8: one unit for one unit, so that spans hold
        string text => Storable.Of(text),
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        bool flag => flag ? 1L : 0L,
        Enum kind => Convert.ToInt64(kind, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };
}

/// <summary>Columns of a row that may be null, and times.</summary>
internal static class Columns
{
    public static string? Text(this SqliteDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    public static DateTimeOffset Time(this SqliteDataReader row, int i) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(i));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int i) => row.IsDBNull(i) ? null : row.Time(i);
}
