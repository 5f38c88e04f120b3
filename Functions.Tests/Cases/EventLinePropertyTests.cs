using System.Reflection;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>Events of every kind are read as they were written, whatever names and moments they carry.</summary>
public sealed class EventLinePropertyTests
{
    [Fact]
    public void Changes_ThatTheTestsKnow_AreAllThereAre() => Assert.Equal(
        typeof(CaseChange).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType.Name)
            .Order(StringComparer.Ordinal),
        EveryChange.All.Select(change => change.GetType().Name).Order(StringComparer.Ordinal));

    [Property]
    public void Read_WrittenLine_IsTheSameEvent(NonNegativeInt kind, NonNull<string> name, NonNull<string> trace, PositiveInt number,
        long moment)
    {
        var written = new CaseEvent
        {
            Number = number.Get,
            At = CaseFiles.ReportedAt.AddSeconds(moment % 1_000_000_000),
            By = new Actor(ActorRole.Analyst, TextSanitizer.Clean(name.Get)),
            What = EveryChange.All[kind.Get % EveryChange.All.Count],
            Trace = TextSanitizer.Clean(trace.Get),
        };
        var start = EventLine.StartOfChain(CaseFiles.Number);
        var (line, hash) = EventLine.Write(written, start);

        var read = EventLine.Read(line.AsSpan()[..^1]);

        Assert.Equal((written.Number, written.At, written.By, written.Trace, hash),
            (read!.Number, read.At, read.By, read.Trace, read.Hash));
        Assert.Equal(written.What.GetType(), read.What.GetType());
        Assert.Equal(line, EventLine.Write(read, start).Line);
        Assert.Equal(1, line.Count(each => each == '\n'));
    }

    [Property]
    public void Read_Garbage_NeverThrows(byte[] line)
    {
        Assert.Null(EventLine.Read(line));
        Assert.False(EventLine.Holds(line, EventLine.StartOfChain(CaseFiles.Number)));
    }
}
