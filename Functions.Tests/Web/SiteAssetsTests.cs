using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

[Collection(AppCollection.Name)]
public sealed partial class SiteAssetsTests(AppFixture app)
{
    private const int MostBytes = 60 * 1024;

    [Fact]
    public async Task CommittedStyleSheet_IsWhatTheScriptMakes()
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["Functions/Web/Assets/build.mjs", "--check"])
            { WorkingDirectory = AzuriteFixture.Checkout, RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, output);
    }

    [Fact]
    public async Task Asset_UnderItsHash_IsKeptForGoodAndCompressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new SiteAssets().Address("site.css"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Theory]
    [InlineData("/assets/0123456789abcdef/site.css")]
    [InlineData("/assets/0123456789abcdef/../../Program.cs")]
    [InlineData("/assets/0123456789abcdef/build.mjs")]
    public async Task Asset_UnderAnotherAddress_DoesNotExist(string address)
    {
        using var response = await app.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task FormPage_WithAllThatItLoads_WeighsLessThan60Kilobytes()
    {
        var total = 0;
        var page = await SizeAsync("/melden");
        total += page.Size;
        foreach (Match asset in AssetAddress().Matches(page.Text))
        {
            total += (await SizeAsync(asset.Value)).Size;
        }

        Assert.InRange(total, 1, MostBytes);
    }

    private async Task<(int Size, string Text)> SizeAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await app.Http.SendAsync(request);
        var content = await response.Content.ReadAsByteArrayAsync();
        return (content.Length, response.Content.Headers.ContentEncoding.Count == 0 ? System.Text.Encoding.UTF8.GetString(content) : "");
    }

    [GeneratedRegex("/assets/[0-9a-f]+/[a-z0-9.-]+")]
    private static partial Regex AssetAddress();
}
