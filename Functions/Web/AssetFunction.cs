using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace RegelLoket.Web;

[RoutePolicy(Audience.Public)]
public sealed class AssetFunction(SiteAssets assets)
{
    [Function(nameof(GetAsset))]
    public IResult GetAsset([
        HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{hash}/{name}")] HttpRequest request,
        string hash,
        string name)
    {
        if (assets.Find(hash, name) is not { } asset)
        {
            return ErrorResults.NotFound(request);
        }
        var (content, encoding) = asset.For(request);
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        headers.ContentEncoding = encoding;
        return Results.Bytes(content, asset.ContentType);
    }
}
