using FsCheck;
using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

/// <summary>The chain of every life of a case holds, and shows the first event that somebody touched.</summary>
public sealed class CaseVerifierPropertyTests
{
    [Property(MaxTest = 50)]
    public void VerdictOn_AnyHistory_Holds(int[] choices)
    {
        var (lines, head) = Chain(choices);

        Assert.Equal(new ChainVerdict(CaseFiles.Number, lines.Count, null, null), Verdict([.. lines.SelectMany(line => line)], head));
    }

    [Property]
    public void VerdictOn_AnyByteChanged_NamesItsEvent(int[] choices, NonNegativeInt place, byte change)
    {
        var (lines, head) = Chain(choices);
        byte[] stream = [.. lines.SelectMany(line => line)];
        var at = (place.Get * 7919) % stream.Length;
        var touched = stream[..at].Count(each => each == '\n') + 1;

        stream[at] ^= (byte)(change | 1);

        Assert.Equal(touched, Verdict(stream, head).FirstBadEvent);
    }

    [Property(MaxTest = 50)]
    public void VerdictOn_AnyEventTakenOut_NamesItsPlace(int[] choices, NonNegativeInt place)
    {
        var (lines, head) = Chain(choices);
        var at = place.Get % lines.Count;
        lines.RemoveAt(at);

        Assert.Equal(at + 1, Verdict([.. lines.SelectMany(line => line)], head).FirstBadEvent);
    }

    private static ChainVerdict Verdict(byte[] stream, AnchoredHead head) =>
        CaseVerifier.VerdictOn(CaseFiles.Number, stream, new PrivateCase(), row: null, head);

    private static (List<byte[]> Lines, AnchoredHead Head) Chain(int[] choices)
    {
        var lines = new List<byte[]>();
        var head = EventLine.StartOfChain(CaseFiles.Number);
        foreach (var e in Histories.Of(choices).Events)
        {
            (var line, head) = EventLine.Write(e, head);
            lines.Add(line);
        }

        return (lines, new AnchoredHead(lines.Count, head));
    }
}
