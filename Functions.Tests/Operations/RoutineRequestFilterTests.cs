using System.Diagnostics;
using RegelLoket.Operations;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Operations;

public sealed class RoutineRequestFilterTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(304)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    public void OnEnd_RequestThatWentAsUsual_IsLeftOut(int status) => Assert.False(IsKept(TelemetryExport.OutgoingRequests, status));

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(null)]
    public void OnEnd_RequestThatWasRefusedFailedOrGotNoAnswer_IsKept(int? status) =>
        Assert.True(IsKept(TelemetryExport.OutgoingRequests, status));

    [Fact]
    public void OnEnd_RequestThatWasSlow_IsKept() =>
        Assert.True(IsKept(TelemetryExport.OutgoingRequests, 200, RoutineRequestFilter.Slow));

    [Fact]
    public void OnEnd_SpanOfTheAppItself_IsKept() => Assert.True(IsKept(CaseTelemetry.Name, 200));

    private static bool IsKept(string sourceName, int? status, TimeSpan? duration = null)
    {
        using var source = new ActivitySource(sourceName);
        using var listener = new ActivityListener
        {
            ShouldListenTo = listened => ReferenceEquals(listened, source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var span = source.StartActivity("span")!.SetTag("http.response.status_code", status);
        span.SetEndTime(span.StartTimeUtc + (duration ?? TimeSpan.FromMilliseconds(3)));
        using var filter = new RoutineRequestFilter();
        filter.OnEnd(span);
        return span.Recorded;
    }
}
