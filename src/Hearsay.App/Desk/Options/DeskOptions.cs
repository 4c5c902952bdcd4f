using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Hearsay.App.Desk.Options;

/// <summary>Every option of the desk. Flags, environment, configuration file and documentation are made from this table.</summary>
internal static class DeskOptions
{
    private const string YesOrNo = "yes or no";

    public static readonly DeskOption Listen = new(
        "listen",
        "http://127.0.0.1:5080",
        "Where to listen: http://ADDRESS:PORT; beyond this machine only with a token",
        v =>
            Uri.TryCreate(v, UriKind.Absolute, out var uri)
            && uri.Scheme == "http"
            && uri.PathAndQuery == "/"
            && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _))
                ? null
                : "http://ADDRESS:PORT with a numeric address or localhost"
    );

    public static readonly DeskOption Token = new(
        "token",
        "",
        "What every change must bring as a bearer token beyond this machine: 16 to 200 characters without blanks",
        v => v.Length is 0 or (>= 16 and <= 200) && !v.Any(char.IsWhiteSpace) ? null : "16 to 200 characters without blanks");

    public static readonly DeskOption ReadToken = new("token-to-read", "no", "Whether reading takes the token too: yes or no", Either);

    public static readonly DeskOption Window = new(
        "window-days",
        "14",
        "How many days a story stays open to new reports: 1 to 90",
        v => Whole(v, 1, 90)
    );

    public static readonly DeskOption Poll = new("poll", "yes", "Whether feeds are polled: yes or no", Either);

    public static readonly DeskOption AllowPrivate = new(
        "allow-private", "no", "Whether feeds and pages may be fetched from private and local addresses: yes or no", Either
    );

    public static readonly DeskOption Quick = new(
        "quick", "no", "Whether everything is read by the small models alone, also what is briefed or shown: yes or no", Either
    );

    public static readonly DeskOption UploadLimit = new(
        "upload-megabytes",
        "50",
        "The largest file that may be dropped in, in megabytes: 1 to 2000",
        v => Whole(v, 1, 2000)
    );

    public static readonly DeskOption Rate = new(
        "requests-per-minute",
        "1200",
        "How many requests one address may make in a minute: 10 to 1000000",
        v => Whole(v, 10, 1_000_000)
    );

    public static readonly DeskOption Telemetry = new(
        "otlp",
        "",
        "Where metrics and traces are sent to (OTLP over HTTP): http://HOST:PORT; empty for nowhere",
        v => v.Length == 0 || (Uri.TryCreate(v, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") ? null : "an http or https address"
    );

    /// <summary>The table, in the order of the help.</summary>
    public static readonly ImmutableArray<DeskOption> All = [Listen, Token, ReadToken, Window, Poll, AllowPrivate, Quick, UploadLimit, Rate, Telemetry];

    private static string? Either(string value) => value is "yes" or "no" ? null : YesOrNo;

    private static string? Whole(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : $"a whole number from {least} to {most}";
}
