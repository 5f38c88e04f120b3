namespace RegelLoket.Attachments;

/// <summary>
/// Counts what a reader of a PDF makes objects of, in the file and in all that is packed in it together: each token, and
/// each two bytes of what the syntax passes over, since a table can have a reader look there. An object takes some hundreds of bytes
/// of memory, so that a small file could otherwise fill it.
/// </summary>
internal sealed class PdfTally
{
    /// <summary>The most in one file: a letter has some hundreds, a tagged report some 1,600 a page.</summary>
    public const int Most = 300_000;

    private const int BytesPerToken = 2;

    private long tokens;
    private long passed;

    /// <summary>Whether it is more than may be.</summary>
    public bool IsFull => tokens + (passed / BytesPerToken) > Most;

    public void Add() => tokens++;

    public void Pass(long bytes) => passed += bytes;
}
