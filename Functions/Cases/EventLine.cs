using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Cases;

/// <summary>
/// Reads and writes the line of an event in its stream. The canonical bytes are the line as first written without its
/// last member: <c>hash = SHA-256(previous hash ‖ canonical bytes)</c>, in lower-case hexadecimals. The chain of a case
/// starts from the SHA-256 of its number, so that a stream cannot be swapped for another's.
/// </summary>
internal static class EventLine
{
    private static readonly byte[] HashMember = Encoding.UTF8.GetBytes(",\"hash\":\"");
    private const int HashLength = 64;

    /// <summary>Returns the hash before the first event.</summary>
    public static string StartOfChain(CaseNumber number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(number.Value)));

    /// <summary>Writes <paramref name="e"/> as a line with its line feed, and returns its hash.</summary>
    public static (byte[] Line, string Hash) Write(CaseEvent e, string previousHash)
    {
        var canonical = JsonSerializer.SerializeToUtf8Bytes(e, CaseJson.Default.CaseEvent);
        var hash = HashOf(previousHash, canonical);
        return ([.. canonical.AsSpan(0, canonical.Length - 1), .. HashMember, .. Encoding.ASCII.GetBytes(hash),
            (byte)'"', (byte)'}',
            (byte)'\n'], hash);
    }

    /// <summary>
    /// Reads the events of a stream. An empty line is not an event: a writer appends one to block the append of
    /// another.
    /// </summary>
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static IReadOnlyList<CaseEvent> ReadAll(CaseNumber number, ReadOnlySpan<byte> stream)
    {
        var events = new List<CaseEvent>();
        foreach (var range in stream.Split((byte)'\n'))
        {
            var line = stream[range];
            if (!line.IsEmpty)
            {
                events.Add(
                    Read(line)
                        ?? throw new InvalidDataException($"Event {events.Count + 1} of case {number} cannot be read."));
            }
        }

        return events;
    }

    /// <summary>Reads a line; null when it is not an event with a hash.</summary>
    public static CaseEvent? Read(ReadOnlySpan<byte> line)
    {
        if (!TrySplit(line, out var canonical, out var hash))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(canonical, CaseJson.Default.CaseEvent) is { } e ? e with { Hash = hash } : null;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            // Deserialization reports a change without a type as not supported rather than as malformed.
            return null;
        }
    }

    /// <summary>Whether the hash in the line follows from its bytes and the previous hash.</summary>
    public static bool Holds(ReadOnlySpan<byte> line, string previousHash) =>
        TrySplit(line, out var canonical, out var hash) && HashOf(previousHash, canonical) == hash;

    private static bool TrySplit(ReadOnlySpan<byte> line, out byte[] canonical, out string hash)
    {
        canonical = [];
        hash = "";
        var start = line.Length - HashMember.Length - HashLength - 2;
        if (start <= 0 || !line[start..].StartsWith(HashMember) || line[^2] != '"' || line[^1] != '}')
        {
            return false;
        }

        canonical = [.. line[..start], (byte)'}'];
        hash = Encoding.ASCII.GetString(line.Slice(start + HashMember.Length, HashLength));
        return true;
    }

    private static string HashOf(string previousHash, ReadOnlySpan<byte> canonical)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Convert.FromHexString(previousHash));
        sha.AppendData(canonical);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
