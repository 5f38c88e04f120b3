namespace RegelLoket.Attachments;

/// <summary>A stream that ends when more was read of it than may be; <see cref="Left"/> is then 0.</summary>
internal sealed class BoundedStream(Stream from, long maximum) : ReadOnlyStream
{
    /// <summary>The number of bytes that may still be read.</summary>
    public long Left { get; private set; } = maximum;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = from.Read(buffer, offset, (int)Math.Min(count, Left));
        Left -= read;
        return read;
    }
}
