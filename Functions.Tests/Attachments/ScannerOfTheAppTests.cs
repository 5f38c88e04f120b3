using System.Net;
using System.Net.Http.Headers;
using RegelLoket.Attachments;

namespace RegelLoket.Tests.Attachments;

/// <summary>The app with a scanner, and one that must have a scanner and has none.</summary>
public sealed class ScannerOfTheAppTests
{
    [Fact]
    public async Task Upload_WhereAScannerIsRequiredAndThereIsNone_IsNotTakenAndNotOffered()
    {
        await using var app = await AppFixture.StartAsync(("Attachments:MayGoUnscanned", "false"));
        var journey = await ReportedAsync(app);
        using var visitor = new FileVisitor(app.Address);
        await visitor.FollowAsync(journey.Number, journey.Code);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SendAsync(app, journey, TestPdf.Of()));
        var page = await visitor.OpenAsync("/volgen/bestanden");
        Assert.Contains(UploadWords.Closed, page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Voeg een brief, foto of ander bestand toe", await visitor.OpenAsync("/volgen/melding"), StringComparison.Ordinal);
        Assert.Contains("Je kunt nu geen bestanden meesturen.", await visitor.OpenAsync("/melden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithTheRealClamd_IsTakenUnlessItFindsSomething()
    {
        await using var clamd = await RealClamd.StartAsync();
        await using var app = await AppFixture.StartAsync(("Attachments:Scanner", clamd.Address));
        var journey = await ReportedAsync(app);

        Assert.Equal(HttpStatusCode.Created, await SendAsync(app, journey, TestPdf.Of()));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(app, journey, TestPdf.Of(more: $"({RealClamd.Marker})")));
        Assert.Contains(app.Log, line => line.Contains("RegelLoket.Test.Marker", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scanner", false)]
    [InlineData("http://scanner:3310", false)]
    [InlineData("tcp://scanner", false)]
    [InlineData("tcp://scanner:3310", true)]
    [InlineData("unix:///run/clamav/clamd.ctl", true)]
    public void ScannerAddress_OfASetting_IsOneThatClamdHas(string setting, bool isOne) =>
        Assert.Equal(isOne, new AttachmentOptions { Scanner = setting }.ScannerAddress is not null);

    private static async Task<Journey> ReportedAsync(AppFixture app)
    {
        var journey = new Journey(analyst => analyst is null ? app.NewClient() : app.AsAnalyst(analyst));
        await journey.ReportAsync();
        return journey;
    }

    private static async Task<HttpStatusCode> SendAsync(AppFixture app, Journey journey, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/bijlagen")
        { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add("Volgcode", journey.Code);
        using var answer = await app.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
