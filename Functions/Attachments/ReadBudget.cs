namespace RegelLoket.Attachments;

/// <summary>
/// A stream of which only so much may be read in all, however often its reader goes back: tables of a PDF can lead a reader
/// round in a circle, without an end.
/// </summary>
internal sealed class ReadBudget(Stream from, long maximum) : ReadOnlyStream
{
    private long left = maximum;

    public override bool CanSeek => true;

    public override long Length => from.Length;

    public override long Position
    {
        get => from.Position;
        set => from.Position = value;
    }

    public override long Seek(long offset, SeekOrigin origin) => from.Seek(offset, origin);

    /// <exception cref="InvalidDataException">More was read than may be.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = from.Read(buffer, offset, count);
        Count(read);
        return read;
    }

    /// <inheritdoc cref="Read(byte[], int, int)"/>
    public override int ReadByte()
    {
        Count(1);
        return from.ReadByte();
    }

    private void Count(int read)
    {
        left -= read;
        if (left < 0)
        {
            throw new InvalidDataException("A document is read over and over.");
        }
    }
}
