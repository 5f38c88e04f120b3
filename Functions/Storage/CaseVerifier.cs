using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Storage;

/// <summary>
/// Verifies the hash chains of cases: altered, deleted and swapped events break the chain, a truncated end is detected
/// by the index and the newest anchor, an altered text by its hash, and a lost text by the erasure that nobody recorded.
/// Erased texts break nothing.
/// </summary>
public sealed class CaseVerifier(BlobServiceClient blobs, CaseStore store, CaseIndex index, AnchorStore anchors)
{
    /// <summary>Verifies every case in the order of the numbers.</summary>
    public async IAsyncEnumerable<ChainVerdict> VerifyAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var anchor = await anchors.NewestAsync(cancellation);
        var open = await index.MarkedAsync(cancellation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in blobs.GetBlobContainerClient(CaseStore.StreamContainer)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (CaseNumber.TryParse(blob.Name[(blob.Name.LastIndexOf('/') + 1)..], out var number))
            {
                seen.Add(number.Value);
                var own = CaseRow.FromMetadata(number, blob.Metadata);
                if (anchor?.Heads.ContainsKey(number.Value) == true || !CaseIndex.AwaitsFirstEvent(blob, own, open.ContainsKey(number)))
                {
                    yield return await VerifyAsync(
                        number, CaseRow.Newest(own, open.GetValueOrDefault(number)), anchor, cancellation);
                }
            }
        }

        foreach (var (missing, head) in anchor?.Heads.Where(h => !seen.Contains(h.Key)) ?? [])
        {
            yield return new ChainVerdict(CaseNumber.Parse(missing), 0, 1, $"de zaak ontbreekt; het anker kent {head.Events} "
                + "gebeurtenissen");
        }
    }

    public async Task<ChainVerdict> VerifyAsync(CaseNumber number, CancellationToken cancellation) =>
        await VerifyAsync(number, row: null, await anchors.NewestAsync(cancellation), cancellation);

    /// <summary>Looks again at a fault: an erasure may have come between stream and texts.</summary>
    private async Task<ChainVerdict> VerifyAsync(
        CaseNumber number, CaseRow? row, Anchor? anchor, CancellationToken cancellation) =>
        await LookAsync(number, row, anchor, cancellation) is { Holds: true } verdict ? verdict
            : await LookAsync(number, row, anchor, cancellation);

    private async Task<ChainVerdict> LookAsync(
        CaseNumber number, CaseRow? row, Anchor? anchor, CancellationToken cancellation)
    {
        var stream = await store.ReadStreamAsync(number, cancellation);
        if (stream is null)
        {
            return new ChainVerdict(number, 0, 1, "de zaak ontbreekt");
        }

        try
        {
            var (texts, _) = await store.ReadPrivateAsync(number, cancellation);
            return VerdictOn(number, stream, texts, row, anchor?.Heads.GetValueOrDefault(number.Value));
        }
        catch (JsonException)
        {
            return new ChainVerdict(number, 0, 1, "de teksten zijn niet te lezen");
        }
    }

    /// <summary>Verifies the bytes of one stream: line by line, against the texts, the index and the anchor.</summary>
    internal static ChainVerdict VerdictOn(
        CaseNumber number, byte[] stream, PrivateCase texts, CaseRow? row, AnchoredHead? anchored)
    {
        var previous = EventLine.StartOfChain(number);
        var count = 0;
        var events = new List<CaseEvent>();
        foreach (var range in stream.AsSpan().Split((byte)'\n'))
        {
            var line = stream.AsSpan(range);
            if (line.IsEmpty)
            {
                continue;
            }

            if (FaultOf(line, previous, count + 1, texts) is { } fault)
            {
                return new ChainVerdict(number, count, count + 1, fault);
            }

            events.Add(EventLine.Read(line)!);
            previous = events[^1].Hash;
            count++;
            if (anchored?.Events == count && anchored.Hash != previous)
            {
                return new ChainVerdict(number, count - 1, count, "de keten wijkt af van het anker");
            }

            if (row?.Version == count && row.Head != previous)
            {
                return new ChainVerdict(number, count - 1, count, "de keten wijkt af van de index");
            }
        }

        var known = Math.Max(row?.Version ?? 0, anchored?.Events ?? 0);
        return count < known
            ? new ChainVerdict(number, count, count + 1, $"het einde ontbreekt: {count} van {known} gebeurtenissen over")
            : LossIn(events, texts) is var (e, name)
            ? new ChainVerdict(number, e.Number - 1, e.Number, $"de tekst '{name}' ontbreekt, en er is niet vastgelegd dat die is gewist")
            : new ChainVerdict(number, count, null, null);
    }

    /// <summary>Returns the first text that is missing though no texts were erased since.</summary>
    private static (CaseEvent Event, string Name)? LossIn(List<CaseEvent> events, PrivateCase texts)
    {
        var erasure = events.FindLastIndex(e => e.What is DataErased { What: ErasedData.Texts });
        return events.Skip(erasure + 1)
            .SelectMany(e => (e.Texts?.Keys ?? []).Where(name => texts.Find(e.Text(name)) is null).Select(name => (e, name)))
            .Select(lost => ((CaseEvent, string)?)lost).FirstOrDefault();
    }

    private static string? FaultOf(ReadOnlySpan<byte> line, string previousHash, int expectedNumber, PrivateCase texts)
    {
        if (EventLine.Read(line) is not { } e)
        {
            return "de gebeurtenis is niet leesbaar";
        }

        if (!EventLine.Holds(line, previousHash))
        {
            return "de hash klopt niet met de inhoud en de gebeurtenis ervoor";
        }

        if (e.Number != expectedNumber)
        {
            return $"het nummer is {e.Number}, verwacht was {expectedNumber}";
        }

        var altered = texts.Texts.TryGetValue(e.Number, out var stored)
            ? stored.FirstOrDefault(
                t => e.Texts is { } hashes && hashes.TryGetValue(t.Key, out var hash) && hash != t.Value.Hash()).Key
            : null;
        return altered is null ? null : $"de tekst '{altered}' is gewijzigd";
    }
}
