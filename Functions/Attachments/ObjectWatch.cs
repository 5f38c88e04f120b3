namespace RegelLoket.Attachments;

/// <summary>
/// Looks for the beginning of an object, <c>7 0 obj</c>, in what the syntax of a PDF passes over: data of a stream, a
/// string, a comment. A table can point there, so that a viewer reads what this app did not.
/// </summary>
internal sealed class ObjectWatch : Stream
{
    private const int Nothing = 0;
    private const int InNumber = 1;
    private const int AfterNumber = 2;
    private const int InGeneration = 3;
    private const int AfterGeneration = 4;

    private int state;

    /// <summary>Whether one was found.</summary>
    public bool HasFound { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        foreach (var value in buffer.AsSpan(offset, count))
        {
            See(value);
        }
    }

    public void See(int value)
    {
        // "o", "b" and "j" follow the last of the states.
        state = value switch
        {
            >= '0' and <= '9' => state is InNumber or Nothing or > InGeneration ? (state == AfterGeneration ? InGeneration : InNumber)
                : InGeneration,
            0 or 9 or 10 or 12 or 13 or 32 => state switch
            {
                InNumber or AfterNumber => AfterNumber,
                InGeneration or AfterGeneration => AfterGeneration,
                _ => Nothing,
            },
            'o' when state is AfterGeneration or InGeneration => AfterGeneration + 1,
            'b' when state == AfterGeneration + 1 => AfterGeneration + 2,
            'j' when state == AfterGeneration + 2 => AfterGeneration + 3,
            _ => Nothing,
        };
        HasFound |= state == AfterGeneration + 3;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
