using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web;

/// <summary>A static file for the browser, compressed once.</summary>
public sealed class Asset(string name, string contentType, byte[] content)
{
    public const string FontType = "font/woff2";

    private readonly Lazy<byte[]> brotli = new(
        () => Compress(content, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> gzip = new(
        () => Compress(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));

    public string Name => name;

    public string ContentType => contentType;

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));

    /// <summary>Returns the smallest encoding that the browser accepts, with its name.</summary>
    public (byte[] Content, string? Encoding) For(HttpRequest request)
    {
        if (contentType == FontType)
        {
            return (content, null);
        }
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (brotli.Value, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (gzip.Value, "gzip")
            : (content, null);
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream();
        using (var stream = compressor(target))
        {
            stream.Write(content);
        }
        return target.ToArray();
    }
}
