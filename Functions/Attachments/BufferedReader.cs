using System.Buffers;

namespace RegelLoket.Attachments;

/// <summary>Reads a stream through one buffer, byte by byte or in stretches; the stream stays open.</summary>
internal sealed class BufferedReader(Stream from) : IDisposable
{
    private const int Size = 64 * 1024;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int start;
    private int end;
    private long filled;

    /// <summary>Where the next byte is, counted from where reading began.</summary>
    public long Position => filled - (end - start);

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    /// <summary>Returns the next byte; -1 at the end.</summary>
    public int ReadByte() => start < end || Fill() ? buffer[start++] : -1;

    /// <summary>Returns the byte after so many others, without reading it; -1 behind the end.</summary>
    public int Peek(int after)
    {
        if (end - start <= after && start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        while (end - start <= after)
        {
            var read = from.Read(buffer, end, Size - end);
            if (read == 0)
            {
                return -1;
            }

            end += read;
            filled += read;
        }

        return buffer[start + after];
    }

    /// <summary>Fills the target; false when the stream ends before that.</summary>
    public bool TryRead(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (start == end && !Fill())
            {
                return false;
            }

            var count = Math.Min(target.Length, end - start);
            buffer.AsSpan(start, count).CopyTo(target);
            start += count;
            target = target[count..];
        }

        return true;
    }

    /// <summary>Copies so many bytes, or passes over them without a target; false when the stream ends before that.</summary>
    public bool TryCopy(Stream? target, long count)
    {
        while (count > 0)
        {
            if (start == end && !Fill())
            {
                return false;
            }

            var part = (int)Math.Min(count, end - start);
            target?.Write(buffer, start, part);
            start += part;
            count -= part;
        }

        return true;
    }

    /// <summary>Copies up to a byte, which is next to be read; false when the stream ends before it.</summary>
    public bool TryCopyUntil(byte mark, Stream target)
    {
        while (start < end || Fill())
        {
            var at = buffer.AsSpan(start, end - start).IndexOf(mark);
            var part = at < 0 ? end - start : at;
            target.Write(buffer, start, part);
            start += part;
            if (at >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool Fill()
    {
        start = 0;
        end = from.Read(buffer, 0, Size);
        filled += end;
        return end > 0;
    }
}
