using Bench.Chaos;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class ChaosTests
{
    /// <summary>The short form of ./bench chaos.</summary>
    [Fact]
    public async Task HostKilledAndStorageRestartedUnderLoad_NothingIsLostOrDoubled()
    {
        var report = await ChaosRun.RunAsync(new ChaosPlan(Kills: 8, StorageRestarts: 2, CasesAtOnce: 6), _ => { });

        Assert.Equal(8, report.Kills);
        Assert.Equal(2, report.StorageRestarts);
        Assert.True(report.FaultsInjected > 0);
        Assert.True(report.Cases >= 6);
        Assert.Equal((0, 0, 0, 0), (report.NotCompleted, report.EventsLost, report.EventsDoubled, report.MailsLost));
    }
}
