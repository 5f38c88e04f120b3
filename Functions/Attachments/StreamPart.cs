namespace RegelLoket.Attachments;

/// <summary>A stretch of a stream, to be read once from its beginning; the stream itself stays open.</summary>
internal sealed class StreamPart : ReadOnlyStream
{
    private readonly Stream whole;
    private long left;

    public StreamPart(Stream whole, long start, long end)
    {
        this.whole = whole;
        left = end - start;
        whole.Position = start;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = whole.Read(buffer, offset, (int)Math.Min(count, left));
        left -= read;
        return read;
    }
}
