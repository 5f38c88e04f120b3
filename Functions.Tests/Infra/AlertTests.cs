using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Operations;
using RegelLoket.Storage;
using Rows = System.Collections.Generic.List<System.Collections.Generic.Dictionary<string, object>>;

namespace RegelLoket.Tests.Infra;

/// <summary>
/// Each alert that goes by a query, run on what fires it and on what must wake nobody. Rows of metrics are what the app itself measures;
/// those of requests and exceptions are written by hand, since the platform makes them.
/// </summary>
public sealed class AlertTests
{
    private static readonly Dictionary<string, string> Queries = ArmTemplate.Module("alerts").GetProperty("variables")
        .GetProperty("rules").EnumerateArray()
        .ToDictionary(rule => rule.GetProperty("name").GetString()!, rule => rule.GetProperty("query").GetString()!);

    /// <summary>Of each alert: what fires it, and what comes near and does not.</summary>
    private static readonly Dictionary<string, (Rows Fires, Rows Quiet)> Samples = new()
    {
        ["oldest-pending-workflow"] = (
            Measured(r => r with { OldestPendingWorkflow = TimeSpan.FromSeconds(601) }),
            Measured(r => r with { OldestPendingWorkflow = TimeSpan.FromSeconds(600), OldestOutboxEntry = TimeSpan.FromHours(2) })),
        ["oldest-outbox-entry"] = (
            Measured(r => r with { OldestOutboxEntry = TimeSpan.FromSeconds(1801) }),
            Measured(r => r with { OldestOutboxEntry = TimeSpan.FromSeconds(1800), OldestPendingWorkflow = TimeSpan.FromHours(2) })),
        ["poison-messages"] = (
            Measured(r => r with { Poison = new Dictionary<string, long> { ["notifications"] = 0, ["signals"] = 1 } }), Measured(r => r)),
        ["failed-requests"] = (
            [.. Requests("200", 244), .. Requests("500", 4), .. Requests("503", 1)],
            [.. Requests("200", 246), .. Requests("503", 4), .. Requests("499", 40), .. Requests("404", 40)]),
        ["failed-functions"] = (
            Exceptions("System.InvalidOperationException", 5),
            [
                .. Exceptions("System.InvalidOperationException", 4),
                .. Exceptions("System.Threading.Tasks.TaskCanceledException", 9),
                .. Exceptions("System.OperationCanceledException", 9),
                .. Exceptions("Microsoft.AspNetCore.Connections.ConnectionResetException", 9),
                .. Exceptions("Microsoft.Azure.WebJobs.Host.FunctionInvocationException", 9,
                    innermost: "System.Threading.Tasks.TaskCanceledException"),
                .. Exceptions("System.InvalidOperationException", 9, severity: 2),
            ]),
        ["mail-bounces"] = (
            Mails((MailState.Bounced, 1), (MailState.Blocked, 1), (MailState.Dropped, 1), (MailState.Delivered, 56)),
            Mails((MailState.Bounced, 3), (MailState.Delivered, 57), (MailState.Failed, 9), (MailState.Obsolete, 9))),
        ["overdue-deadlines"] = (Measured(r => r with { Overdue = 11 }), Measured(r => r with { Overdue = 10, OverdueReviews = 99 })),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_OnWhatIsWrong_Fires(string name) => Assert.NotEmpty(Answer(name, Samples[name].Fires));

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_OnWhatIsNear_WakesNobody(string name) => Assert.Empty(Answer(name, Samples[name].Quiet));

    /// <summary>Nothing happened in half an hour: a night.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_OnNothing_WakesNobody(string name) => Assert.Empty(Answer(name, []));

    private static Rows Answer(string name, Rows rows)
    {
        var query = new KustoQuery(Queries[name]);
        Assert.All(rows, row => Assert.Contains(row["Table"], (string[])[query.Table, "AppMetrics"]));
        return query.Run(rows.Where(row => (string)row["Table"] == query.Table));
    }

    /// <summary>What the app measures of a desk on which nothing is wrong but this, in the names of its own metrics.</summary>
    private static Rows Measured(Func<Gauges.Reading, Gauges.Reading> with) => ExportedMetrics.RowsOf(() =>
    {
        var gauges = new Gauges();
        gauges.Set(with(new Gauges.Reading
        {
            OpenByStatus = new Dictionary<string, long> { ["in-analyse"] = 400 },
            Overdue = 0,
            OldestOutboxEntry = TimeSpan.Zero,
            OldestPendingWorkflow = TimeSpan.Zero,
            OverdueReviews = 0,
            Poison = new Dictionary<string, long> { ["notifications"] = 0, ["signals"] = 0 },
        }));
        return gauges;
    });

    /// <summary>What the app counts when it records mails in cases.</summary>
    private static Rows Mails(params (MailState State, int Count)[] mails) => ExportedMetrics.RowsOf(() =>
    {
        foreach (var (state, count) in mails)
        {
            for (var i = 0; i < count; i++)
            {
                CaseTelemetry.Count(new MailRecorded { Key = "sleutel", Kind = "soort", State = state.Slug() });
            }
        }

        CaseTelemetry.Count(new CaseClosed());
        return null;
    });

    private static Rows Requests(string result, int count) => [.. Enumerable.Range(0, count)
        .Select(_ => new Dictionary<string, object> { ["Table"] = "AppRequests", ["ResultCode"] = result })];

    private static Rows Exceptions(string type, int count, int severity = 3, string? innermost = null) =>
        [.. Enumerable.Range(0, count).Select(_ => new Dictionary<string, object>
        {
            ["Table"] = "AppExceptions", ["ExceptionType"] = type, ["InnermostType"] = innermost ?? type, ["SeverityLevel"] = severity,
        })];
}
