using System.Text;
using Microsoft.AspNetCore.Http;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>A body is read up to its limit, and one byte more is refused however it is read.</summary>
public sealed class LimitedBodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(10)]
    public async Task Read_BodyWithinTheLimit_IsWhole(int length)
    {
        using var copy = new MemoryStream();
        await Of(length, maximum: 10).CopyToAsync(copy);

        Assert.Equal(length, copy.Length);
    }

    [Fact]
    public async Task Read_BodyAboveTheLimit_IsRefusedWith413InEveryWay()
    {
        Assert.Equal(413, (await Assert.ThrowsAsync<BadHttpRequestException>(() => Of(11, 10).CopyToAsync(Stream.Null))).StatusCode);
        Assert.Throws<BadHttpRequestException>(() => Of(11, 10).CopyTo(Stream.Null));
        await Assert.ThrowsAsync<BadHttpRequestException>(async () => await Of(11, 10).ReadExactlyAsync(new byte[11]));
    }

    [Fact]
    public async Task Read_BodyInPieces_CountsThemTogether()
    {
        var body = Of(11, 10);
        var piece = new byte[6];

        await body.ReadExactlyAsync(piece.AsMemory(0, 6));
        await Assert.ThrowsAsync<BadHttpRequestException>(async () => await body.ReadExactlyAsync(piece.AsMemory(0, 5)));
    }

    [Fact]
    public void Stream_OfABody_CanBeReadOnly()
    {
        var body = Of(1, 10);

        Assert.Equal((true, false, false), (body.CanRead, body.CanSeek, body.CanWrite));
        Assert.Throws<NotSupportedException>(() => body.Write([], 0, 0));
        Assert.Throws<NotSupportedException>(() => body.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => body.Length);
    }

    [Fact]
    public async Task Set_Request_LimitsItsBody()
    {
        var http = new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes("te lang")) } };

        LimitedBody.Set(http.Request, 3);

        await Assert.ThrowsAsync<BadHttpRequestException>(() => http.Request.Body.CopyToAsync(Stream.Null));
    }

    private static LimitedBody Of(int length, int maximum) => new(new MemoryStream(new byte[length]), maximum);
}
