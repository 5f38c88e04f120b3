using System.Collections.Frozen;
using System.Text;

namespace RegelLoket.Web;

/// <summary>
/// The static files of the site: style sheets, scripts and icon from every <c>Assets</c> folder, embedded in the
/// assembly, at an address with their hash, so that browsers may cache them permanently. All style sheets are sent as
/// one, <c>site.css</c>.
/// </summary>
public sealed class SiteAssets
{
    private const string Prefix = "assets/";

    private static readonly string[] FirstStyleSheets = ["design-system.css", "regelloket.css"];

    private readonly FrozenDictionary<string, Asset> assets = Load().ToFrozenDictionary(asset => asset.Name);

    /// <summary>Returns the address of an asset, which includes the hash of its content.</summary>
    public string Address(string name) => AddressOf(assets[name]);

    /// <summary>Returns the asset at an address; null when there is none or its content has changed since.</summary>
    public Asset? Find(string hash, string name) =>
        assets.TryGetValue(name, out var asset) && asset.Hash == hash ? asset : null;

    private static IEnumerable<Asset> Load()
    {
        var files = Read().ToDictionary(file => file.Name, file => file.Content);
        var others = files.Where(file => ContentTypeOf(file.Key) is not null)
            .Select(file => new Asset(file.Key, ContentTypeOf(file.Key)!, file.Value)).ToArray();
        var sheets = files.Keys.Where(name => name.EndsWith(".css", StringComparison.Ordinal))
            .OrderBy(name => Array.IndexOf(FirstStyleSheets, name) is >= 0 and var first ? first : FirstStyleSheets.Length)
            .ThenBy(name => name, StringComparer.Ordinal);
        var style = new StringBuilder();
        foreach (var sheet in sheets)
        {
            style.Append(Encoding.UTF8.GetString(files[sheet]));
        }
        foreach (var asset in others)
        {
            style.Replace($"url({asset.Name})", $"url({AddressOf(asset)})");
        }
        return others.Prepend(new Asset("site.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(style.ToString())));
    }

    private static string AddressOf(Asset asset) => SiteRoutes.Asset(asset.Hash, asset.Name);

    private static string? ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => Asset.FontType,
        _ => null,
    };

    private static IEnumerable<(string Name, byte[] Content)> Read()
    {
        var assembly = typeof(SiteAssets).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (resource[Prefix.Length..], content.ToArray());
        }
    }
}
