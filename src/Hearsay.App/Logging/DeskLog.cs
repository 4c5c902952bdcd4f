namespace Hearsay.App.Logging;

/// <summary>Everything that the desk writes to its log. Nothing here says what people read: no address of a page, no query, no title.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(1, LogLevel.Information, "The desk is open at {Address}, its store is {Store}")]
    public static partial void Open(ILogger log, Uri address, string store);

    [LoggerMessage(2, LogLevel.Information, "Took in {Reports} reports, {Stories} stories changed")]
    public static partial void TookIn(ILogger log, int reports, int stories);

    [LoggerMessage(3, LogLevel.Error, "{Work} stopped at a fault and starts again in {Seconds} seconds")]
    public static partial void Faulted(ILogger log, Exception fault, string work, int seconds);

    [LoggerMessage(4, LogLevel.Information, "The desk is closed")]
    public static partial void Closed(ILogger log);

    [LoggerMessage(5, LogLevel.Error, "Report {Id} could not be read and stands in no story until it can")]
    public static partial void SetAside(ILogger log, Exception fault, string id);

    [LoggerMessage(6, LogLevel.Warning, "Another process works on the stories of this store; this one shows them and goes on with them when that ends")]
    public static partial void StoriesTaken(ILogger log);
}
