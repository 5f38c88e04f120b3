using System.Text.Json;
using FsCheck.Xunit;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class UtcTimeConverterTests
{
    [Theory]
    [InlineData("2026-11-30T14:00:00+01:00", "\"2026-11-30T13:00:00Z\"")]
    [InlineData("2026-11-30T14:00:00Z", "\"2026-11-30T14:00:00Z\"")]
    [InlineData("2026-06-30T23:30:00-02:00", "\"2026-07-01T01:30:00Z\"")]
    public void Write_MomentWithAnOffset_IsInUtc(string moment, string expected) => Assert.Equal(
        expected, JsonSerializer.Serialize(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Api.Json));

    [Property]
    public void Read_WrittenMoment_IsThatMoment(DateTimeOffset moment) =>
        Assert.Equal(moment, JsonSerializer.Deserialize<DateTimeOffset>(JsonSerializer.Serialize(moment, Api.Json), Api.Json));

    [Theory]
    [InlineData("\"gisteren\"")]
    [InlineData("\"2026-13-01T00:00:00Z\"")]
    [InlineData("12")]
    public void Read_AnythingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Api.Json));
}
