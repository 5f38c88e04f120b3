using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RegelLoket.Web;

/// <summary>
/// A request body of which only a maximum number of bytes is read. The server's own limit would end the connection, and the
/// host, which is still sending then, would have no response to pass on; the rest of this body is received and dropped.
/// </summary>
internal sealed class LimitedBody(Stream body, long maximum) : Stream
{
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    /// <summary>Limits the number of bytes of the body that the handling of this request may read.</summary>
    public static void Set(HttpRequest request, long maximum)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        request.Body = new LimitedBody(request.Body, maximum);
    }

    /// <exception cref="BadHttpRequestException">The body is longer.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await body.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Counted(body.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int read) => (count += read) <= maximum ? read : throw new BadHttpRequestException(
        "The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
