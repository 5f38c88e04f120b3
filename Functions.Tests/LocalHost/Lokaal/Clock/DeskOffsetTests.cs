using LocalHost.Lokaal.Clock;

namespace RegelLoket.Tests.LocalHost.Lokaal.Clock;

public sealed class DeskOffsetTests(AzuriteFixture storage) : IClassFixture<AzuriteFixture>
{
    private readonly DeskOffset offset = new(storage.ConnectionString, $"clocks/{Guid.NewGuid()}/clock");

    [Fact]
    public async Task ReadAsync_NeverMoved_IsZero() => Assert.Equal(TimeSpan.Zero, await offset.ReadAsync(CancellationToken.None));

    [Fact]
    public async Task MoveAsync_ManyAtOnce_AddUp()
    {
        var moves = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => offset.MoveAsync(TimeSpan.FromHours(5), CancellationToken.None)));

        Assert.Equal(TimeSpan.FromHours(60), await offset.ReadAsync(CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => TimeSpan.FromHours(5 * i)), moves.Select(move => move!.Value.Before).Order());
        Assert.All(moves, move => Assert.Equal(TimeSpan.FromHours(5), move!.Value.After - move.Value.Before));
    }

    [Fact]
    public async Task MoveAsync_PastTenYears_IsRefusedAndStandsStill()
    {
        await offset.MoveAsync(DeskOffset.Furthest, CancellationToken.None);

        Assert.Null(await offset.MoveAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.Equal(DeskOffset.Furthest, await offset.ReadAsync(CancellationToken.None));
    }
}
