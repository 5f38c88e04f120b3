using Rows = System.Collections.Generic.List<System.Collections.Generic.Dictionary<string, object>>;

namespace RegelLoket.Tests.Infra;

/// <summary>Each alert that goes by a query, run on what fires it and on what must wake nobody.</summary>
public sealed class AlertTests
{
    private static readonly Dictionary<string, string> Queries = ArmTemplate.Module("alerts").GetProperty("variables")
        .GetProperty("rules").EnumerateArray()
        .ToDictionary(rule => rule.GetProperty("name").GetString()!, rule => rule.GetProperty("query").GetString()!);

    /// <summary>Of each alert: what fires it, and what comes near and does not.</summary>
    private static readonly Dictionary<string, (Rows Fires, Rows Quiet)> Samples = new()
    {
        ["oldest-pending-workflow"] = (
            Metrics("regelloket.workflow.pending.oldest", 20, 601),
            [.. Metrics("regelloket.workflow.pending.oldest", 600), .. Metrics("regelloket.outbox.oldest", 9000)]),
        ["oldest-outbox-entry"] = (
            Metrics("regelloket.outbox.oldest", 1801), Metrics("regelloket.outbox.oldest", 0, 1800)),
        ["poison-messages"] = (Metrics("regelloket.queue.poison", 0, 1), Metrics("regelloket.queue.poison", 0, 0)),
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
                .. Exceptions("System.InvalidOperationException", 9, severity: 2),
            ]),
        ["mail-bounces"] = (
            [.. Mails("teruggekomen", 2), .. Mails("geweigerd", 1), .. Mails("afgeleverd", 56)],
            [.. Mails("teruggekomen", 3), .. Mails("afgeleverd", 57), .. Mails("verzonden", 0)]),
        ["overdue-deadlines"] = (
            Metrics("regelloket.deadlines.overdue", 11), Metrics("regelloket.deadlines.overdue", 10)),
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

    private static Rows Metrics(string name, params double[] values) =>
        [.. values.Select(value => new Dictionary<string, object> { ["Table"] = "AppMetrics", ["Name"] = name, ["Max"] = value })];

    private static Rows Mails(string state, double count) =>
    [
        new()
        {
            ["Table"] = "AppMetrics", ["Name"] = "regelloket.case.events", ["Sum"] = count,
            ["Properties.type"] = "mailRecorded", ["Properties.state"] = state,
        },
    ];

    private static Rows Requests(string result, int count) => [.. Enumerable.Range(0, count)
        .Select(_ => new Dictionary<string, object> { ["Table"] = "AppRequests", ["ResultCode"] = result })];

    private static Rows Exceptions(string type, int count, int severity = 3) => [.. Enumerable.Range(0, count)
        .Select(_ => new Dictionary<string, object>
        {
            ["Table"] = "AppExceptions", ["ExceptionType"] = type, ["SeverityLevel"] = severity,
        })];
}
