using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

public sealed class PostponedSignalTests
{
    private static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");

    [Property]
    public void Parse_WrittenSignal_IsTheSame(int number, bool isTraced)
    {
        var signal = new PostponedSignal(Number, number, isTraced ? "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" : null);

        Assert.Equal(signal, PostponedSignal.Parse(signal.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RR-2026-7KQ4M")]
    [InlineData("RR-2026-7KQ4M een")]
    [InlineData("RR-2026 1")]
    [InlineData("RR-2026-7KQ4M 1 00-1 meer")]
    public void Parse_AnythingElse_IsRefused(string message) =>
        Assert.ThrowsAny<FormatException>(() => PostponedSignal.Parse(message));
}
