using Microsoft.Extensions.Time.Testing;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

public sealed class CachedValueTests
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new();
    private readonly CachedValue<string?> cached;
    private int reads;

    public CachedValueTests() => cached = new CachedValue<string?>(MaximumAge, clock);

    [Fact]
    public async Task GetAsync_WithinTheMaximumAge_ReadsOnce()
    {
        Assert.Equal("1", await GetAsync());
        clock.Advance(MaximumAge - TimeSpan.FromTicks(1));
        Assert.Equal("1", await GetAsync());
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("2", await GetAsync());
    }

    [Fact]
    public async Task GetAsync_OfAnAbsence_RemembersIt()
    {
        Assert.Null(await cached.GetAsync(_ => Task.FromResult<string?>(null), default));

        Assert.Null(await GetAsync());
        Assert.Equal(0, reads);
    }

    [Fact]
    public async Task GetAsync_AgeCountsFromTheBeginningOfReading()
    {
        await cached.GetAsync(token =>
        {
            clock.Advance(MaximumAge);
            return ReadAsync(token);
        }, default);

        Assert.Equal("2", await GetAsync());
    }

    [Fact]
    public async Task GetAsync_AfterAFailure_ReadsAgain()
    {
        await Assert.ThrowsAsync<IOException>(() => cached.GetAsync(_ => throw new IOException(), default));

        Assert.Equal("1", await GetAsync());
    }

    [Fact]
    public async Task Set_IsReturnedUntilItIsTooOld()
    {
        cached.Set("written");

        Assert.Equal("written", await GetAsync());
        clock.Advance(MaximumAge);
        Assert.Equal("1", await GetAsync());
    }

    [Fact]
    public async Task RefreshAsync_OfARecentValue_ReadsAgain()
    {
        cached.Set("written");

        Assert.Equal("1", await cached.RefreshAsync(ReadAsync, default));
        Assert.Equal("1", await GetAsync());
    }

    [Fact]
    public void TryGetLast_IsTheLastHoweverOld()
    {
        Assert.False(cached.TryGetLast(out _));

        cached.Set(null);
        clock.Advance(10 * MaximumAge);

        Assert.True(cached.TryGetLast(out var last));
        Assert.Null(last);
    }

    private Task<string?> GetAsync() => cached.GetAsync(ReadAsync, default);

    private Task<string?> ReadAsync(CancellationToken cancellation) => Task.FromResult<string?>($"{++reads}");
}
