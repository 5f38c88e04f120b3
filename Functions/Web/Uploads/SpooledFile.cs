using System.Buffers;
using System.Security.Cryptography;

namespace RegelLoket.Web.Uploads;

/// <summary>
/// A received file on the disk of this instance, since ten megabytes are too much to hold in memory. Its name is deleted
/// at once, so that nobody else opens it and nothing of it outlives this process.
/// </summary>
public sealed class SpooledFile : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private SpooledFile(FileStream content) => Content = content;

    /// <summary>The content, from its beginning; whoever reads it sets it back.</summary>
    public Stream Content { get; }

    public long Length => Content.Length;

    /// <summary>The SHA-256 of the content in lower-case hexadecimals; empty when it was not received but made here.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Makes an empty one.</summary>
    public static SpooledFile New() => new(Open());

    /// <summary>Receives a file; null when it is longer than the maximum, and then the rest is not read.</summary>
    /// <param name="from">The body or the part of it that holds the file.</param>
    /// <param name="maximum">The maximum length in bytes.</param>
    /// <param name="cancellation">Cancels the wait; nothing is kept.</param>
    public static async Task<SpooledFile?> ReceiveAsync(Stream from, long maximum, CancellationToken cancellation)
    {
        var content = Open();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            while (await from.ReadAsync(buffer.AsMemory(0, BufferSize), cancellation) is > 0 and var read)
            {
                if (content.Length + read > maximum)
                {
                    await content.DisposeAsync();
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        content.Position = 0;
        return new SpooledFile(content) { Hash = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = BufferSize,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
