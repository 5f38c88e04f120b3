using System.Text;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

public sealed class EventLineTests
{
    private static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");

    private static readonly CaseEvent Event = new()
    {
        Number = 1,
        At = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
        By = new Actor(ActorRole.Analyst, "Ans \"hash\":\" Analist"),
        What = new CaseAssigned { From = null, To = "Ans" },
        Texts = new Dictionary<string, string> { ["note"] = new string('a', 64) },
    };

    [Fact]
    public void Read_WrittenLine_GivesTheEventAndItsHash()
    {
        var (line, hash) = EventLine.Write(Event, EventLine.StartOfChain(Number));

        var read = EventLine.Read(line.AsSpan()[..^1]);

        Assert.Equal(hash, read!.Hash);
        Assert.Equal(Event.By, read.By);
        Assert.Equal(Event.What, read.What);
        Assert.Equal(Event.Texts!["note"], read.Texts!["note"]);
        Assert.Equal((byte)'\n', line[^1]);
    }

    [Fact]
    public void Holds_AnyByteChanged_IsFalse()
    {
        var start = EventLine.StartOfChain(Number);
        var line = EventLine.Write(Event, start).Line[..^1];
        Assert.True(EventLine.Holds(line, start));

        for (var i = 0; i < line.Length; i++)
        {
            var altered = line.ToArray();
            altered[i] ^= 1;
            Assert.False(EventLine.Holds(altered, start), $"byte {i}: {Encoding.UTF8.GetString(altered)}");
        }
    }

    [Fact]
    public void Read_AnyByteChanged_NeverThrows()
    {
        var line = EventLine.Write(Event, EventLine.StartOfChain(Number)).Line[..^1];
        for (var i = 0; i < line.Length; i++)
        {
            var altered = line.ToArray();
            altered[i] ^= 1;
            Assert.True(EventLine.Read(altered) is null or { Hash.Length: 64 });
        }
    }

    [Fact]
    public void Holds_AfterAnotherEvent_IsFalse() =>
        Assert.False(EventLine.Holds(EventLine.Write(Event, EventLine.StartOfChain(Number))
            .Line.AsSpan()[..^1], EventLine.StartOfChain(CaseNumber.Parse("RR-2026-7KQ4N"))));

    /// <summary>A line of a released version: it must stay readable, and its hash must stay right, for ever.</summary>
    [Fact]
    public void Holds_LineThatWasWrittenBefore_StaysTrue()
    {
        var (line, _) = EventLine.Write(Event with { By = new Actor(ActorRole.Analyst, "Ans") }, EventLine.StartOfChain(Number));

        Assert.Equal(
            """{"number":1,"at":"2026-03-02T09:30:00+00:00","by":{"role":"analist","name":"Ans"},"""
            + """ "what":{"type":"caseAssigned","from":null,"to":"Ans"},"texts":{"note":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa""".Trim()
            + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"},\"hash\":\"",
            Encoding.UTF8.GetString(line)[..^67]);
        Assert.NotNull(EventLine.Read(line.AsSpan()[..^1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"number\":1}")]
    [InlineData("not json at all, but long enough to hold a hash member somewhere near the end of the line, and then some more")]
    public void Read_NoEvent_IsNull(string line) => Assert.Null(EventLine.Read(Encoding.UTF8.GetBytes(line)));
}
