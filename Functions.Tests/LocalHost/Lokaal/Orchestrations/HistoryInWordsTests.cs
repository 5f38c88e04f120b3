using LocalHost.Lokaal.Orchestrations;
using Newtonsoft.Json.Linq;

namespace RegelLoket.Tests.LocalHost.Lokaal.Orchestrations;

public sealed class HistoryInWordsTests
{
    private static readonly JArray History = JArray.Parse(
        """
        [
          {"EventType":"OrchestratorStarted","Timestamp":"2026-01-01T10:00:00Z"},
          {"EventType":"ExecutionStarted","FunctionName":"Case","Timestamp":"2026-01-01T10:00:00Z","Input":"<b>"},
          {"EventType":"TaskCompleted","FunctionName":"Advance","Result":{"Seen":1},"Timestamp":"2026-01-01T10:00:01Z"},
          {"EventType":"TaskFailed","FunctionName":"Send","Reason":"broken","Timestamp":"2026-01-01T10:00:02Z"},
          {"EventType":"TaskScheduled","FunctionName":"Advance","Timestamp":"2026-01-01T10:00:03Z"},
          {"EventType":"TimerCreated","FireAt":"2026-01-04T10:00:00Z","Timestamp":"2026-01-01T10:00:03Z"},
          {"EventType":"SubOrchestrationInstanceCreated","FunctionName":"Ministry","InstanceId":"a:vws","Timestamp":"2026-01-01T10:00:03Z"},
          {"EventType":"EventRaised","Name":"CaseChanged","Timestamp":"2026-01-01T10:00:04Z"}
        ]
        """);

    [Fact]
    public void Item_OfEachEntry_SaysWhatHappenedEncoded()
    {
        var items = HistoryInWords.EntriesOf(History).Select(entry => HistoryInWords.Item(entry).Text).ToList();

        Assert.Equal(7, items.Count);
        Assert.Contains("Begonnen: Case", items[0], StringComparison.Ordinal);
        Assert.Contains("<pre>&lt;b&gt;</pre>", items[0], StringComparison.Ordinal);
        Assert.Contains("Activiteit Advance klaar", items[1], StringComparison.Ordinal);
        Assert.Contains("class=\"failed\"", items[2], StringComparison.Ordinal);
        Assert.Contains("Gebeurtenis CaseChanged ontvangen", items[6], StringComparison.Ordinal);
    }

    [Fact]
    public void Waits_OfUnansweredEntries_AreNamed()
    {
        var waits = HistoryInWords.Waits(HistoryInWords.EntriesOf(History)).Text;

        Assert.Contains("activiteit Advance", waits, StringComparison.Ordinal);
        Assert.Contains("timer tot 2026-01-04 10:00:00", waits, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/lokaal/orkestraties/a%3Avws\">a:vws</a>", waits, StringComparison.Ordinal);
    }

    [Fact]
    public void Waits_OfNothing_IsAnEventFromOutside() =>
        Assert.Contains("gebeurtenis van buiten", HistoryInWords.Waits([]).Text, StringComparison.Ordinal);
}
