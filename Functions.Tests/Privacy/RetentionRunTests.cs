using RegelLoket.Privacy;

namespace RegelLoket.Tests.Privacy;

public sealed class RetentionRunTests
{
    /// <summary>The durable extension reads the beginning of a purge without looking whether there is one.</summary>
    [Fact]
    public void EndedBefore_AnyMoment_HasABeginningToo()
    {
        var moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        var filter = RetentionRun.EndedBefore(moment);

        Assert.NotNull(filter.CreatedFrom);
        Assert.Equal(moment, filter.CreatedTo);
        Assert.Equal(3, filter.Statuses!.Count());
    }
}
