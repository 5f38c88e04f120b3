using System.Text;
using Microsoft.AspNetCore.Http;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>What a request says of its command: the key under which that happens once, and the version that its sender saw.</summary>
public sealed class CommandRequestsTests
{
    [Fact]
    public async Task ReadAsync_AFormThatThePageOfAFailureSentBack_IsTheSameRequest()
    {
        var typed = await ReadAsync("_sleutel=s1&_beveiliging=een&tekst=%20Caf%65%CC%81%0D%0Adicht%20%20&themas=b&themas=a&leeg=&wit=+");
        var again = await ReadAsync("_sleutel=s1&_beveiliging=twee&themas=a&themas=b&tekst=Caf%C3%A9%0Adicht");

        Assert.NotNull(typed.Mark);
        Assert.Equal(typed.Mark, again.Mark);
    }

    [Theory]
    [InlineData("_sleutel=s1&tekst=Iets+anders")]
    [InlineData("_sleutel=s2&tekst=Iets")]
    [InlineData("_sleutel=s1&tekst=Iets&akkoord=ja")]
    [InlineData("_sleutel=s1&tekst=Iets&_versie=3")]
    public async Task ReadAsync_OtherWordsOrAnotherKey_IsAnotherRequest(string form) =>
        Assert.NotEqual((await ReadAsync("_sleutel=s1&tekst=Iets")).Mark, (await ReadAsync(form)).Mark);

    [Theory]
    [InlineData("\"12\"", 12L)]
    [InlineData("12", 12L)]
    [InlineData(" \"12\" ", 12L)]
    [InlineData("W/\"12\"", null)]
    [InlineData("\"v12\"", null)]
    [InlineData("\"12", null)]
    [InlineData("12, 13", null)]
    [InlineData("*", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public async Task RefusalOf_AVersion_IsGivenWhenNobodyCanReadIt(string header, long? version)
    {
        var request = Request("");
        request.Path = "/v1/zaken/RR-2026-7KQ4M/probleemstelling";
        request.Headers.IfMatch = header;

        Assert.Equal(version is null, CommandRequests.RefusalOf(request) is not null);
        Assert.Equal(version, (await CommandRequests.ReadAsync(request)).SeenVersion);
    }

    [Fact]
    public void RefusalOf_ARequestThatNamesNoVersion_IsNone()
    {
        var request = Request("");
        request.Path = "/v1/zaken";

        Assert.Null(CommandRequests.RefusalOf(request));
    }

    private static Task<CommandRequest> ReadAsync(string form) => CommandRequests.ReadAsync(Request(form));

    private static HttpRequest Request(string form)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Path = "/volgen/melding";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        return http.Request;
    }
}
