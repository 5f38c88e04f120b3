using LocalHost.Lokaal;

namespace RegelLoket.Tests.LocalHost.Lokaal;

/// <summary>What the pages say of samples that are being added.</summary>
public sealed class SamplesProgressTests
{
    private readonly SamplesProgress progress = new();

    [Fact]
    public void InWords_NoSamplesAskedFor_SaysNothing()
    {
        Assert.Equal("", $"{progress.InWords()}");
        Assert.False(progress.AreComing);
    }

    [Fact]
    public void InWords_FromBeginToEnd_SaysHowFarItIs()
    {
        progress.Begin();
        Assert.True(progress.AreComing);
        Assert.Contains("Er komen voorbeelden bij.", Words(), StringComparison.Ordinal);

        progress.Report(12, 97);
        Assert.True(progress.AreComing);
        Assert.Contains("12 van 97", Words(), StringComparison.Ordinal);

        progress.End(isWhole: true);
        Assert.False(progress.AreComing);
        Assert.Contains("staan klaar", Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void InWords_ProgramThatFailed_SaysWhereTheReasonIs()
    {
        progress.Begin();
        progress.End(isWhole: false);

        Assert.False(progress.AreComing);
        Assert.Contains("In de terminal staat waarom.", Words(), StringComparison.Ordinal);
    }

    private string Words() => $"{progress.InWords()}";
}
