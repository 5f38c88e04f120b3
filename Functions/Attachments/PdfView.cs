namespace RegelLoket.Attachments;

/// <summary>
/// A PDF as a library may read it. The data of a stream that this app did not unpack is blank, since a table can point to any
/// stream and have it unpacked. Nothing is read over and over, since tables can lead a reader round in a circle.
/// </summary>
/// <param name="from">The file.</param>
/// <param name="streams">All its streams, in their order.</param>
internal sealed class PdfView(Stream from, IReadOnlyList<PdfStream> streams) : ReadOnlyStream
{
    /// <summary>The number of times that a byte may be read; of a document that is in order some two times.</summary>
    private const int Times = 6;

    private const int Minimum = 64 * 1024;

    /// <summary>The line end before the word that ends a stream; it stays, since without it a reader looks for the end anew.</summary>
    private const int LineEnd = 2;

    private readonly long[] left = [.. streams.Select(stream => (Times * (stream.End - stream.Start)) + Minimum)];
    private long leftBetween = (Times * (from.Length - streams.Sum(stream => stream.End - stream.Start))) + Minimum;

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
        var start = from.Position;
        var read = from.Read(buffer, offset, count);
        Look(start, buffer.AsSpan(offset, read));
        return read;
    }

    /// <inheritdoc cref="Read(byte[], int, int)"/>
    public override int ReadByte()
    {
        var start = from.Position;
        Span<byte> one = [0];
        if (from.Read(one) == 0)
        {
            return -1;
        }

        Look(start, one);
        return one[0];
    }

    /// <summary>Counts what was read, and blanks what may not be seen of it.</summary>
    private void Look(long start, Span<byte> read)
    {
        var end = start + read.Length;
        var between = (long)read.Length;
        for (var i = FirstThatEndsAfter(start); i < streams.Count && streams[i].Start < end; i++)
        {
            var (first, last) = (Math.Max(start, streams[i].Start), Math.Min(end, streams[i].End));
            between -= last - first;
            Take(ref left[i], last - first);
            var blank = Math.Min(last, streams[i].End - LineEnd);
            if (!streams[i].IsPacked && blank > first)
            {
                read[(int)(first - start)..(int)(blank - start)].Clear();
            }
        }

        Take(ref leftBetween, between);
    }

    private static void Take(ref long left, long read)
    {
        left -= read;
        if (left < 0)
        {
            throw new InvalidDataException("A document is read over and over.");
        }
    }

    private int FirstThatEndsAfter(long position)
    {
        var (low, high) = (0, streams.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = streams[middle].End > position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
