using RegelLoket.Cases;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.Editing;

/// <summary>
/// A colleague reads what another wrote for the library, and puts it online or sends it back. Nothing goes public by
/// one person alone: who wrote and who reads are compared by their ids.
/// </summary>
public sealed class SecondReaderService(EditionStore editions, EditionWriter writer, LibraryCache shelf)
{
    /// <summary>Puts a proposal online, as it was read.</summary>
    public async Task<EditResult> ApproveAsync(
        CommandContext context, string id, int? version, CancellationToken cancellation)
    {
        var (proposal, refusal) = await ReadAsync(id, version, cancellation);
        if (proposal is null)
        {
            return refusal!;
        }
        if (proposal.By.IsSamePerson(context.By))
        {
            return new EditResult.Refused(
                "Dit heb je zelf geschreven. Vraag een collega om mee te lezen en de tekst online te zetten.");
        }

        var shown = (await shelf.ReloadAsync(cancellation)).Find(id);
        var item = proposal.After! with { PublishedAt = shown?.PublishedAt ?? context.Now, ModifiedAt = context.Now };
        return await writer.WriteAsync(
            context, EditionKind.Published, id, proposal.Version, shown, item, reason: null, cancellation);
    }

    /// <summary>Sends a proposal back to its writer with what should change; a writer may take back what nobody read yet.</summary>
    public async Task<EditResult> ReturnAsync(
        CommandContext context, string id, ProposalReturnRequest input, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var reason = errors.Required("reden", input.Reason, ItemCheck.LineLength, "Schrijf op wat er anders moet.");
        if (errors.Any)
        {
            return new EditResult.Invalid(errors.All);
        }

        var (proposal, refusal) = await ReadAsync(id, input.Version, cancellation);
        return proposal is null
            ? refusal!
            : await writer.WriteAsync(
                context, EditionKind.Returned, id, proposal.Version, proposal.Before, proposal.After, reason,
                cancellation);
    }

    private async Task<(Edition? Proposal, EditResult? Refusal)> ReadAsync(
        string id, int? version, CancellationToken cancellation)
    {
        var history = await editions.HistoryAsync(id, cancellation);
        return history.FirstOrDefault(edition => edition.Version == version) switch
        {
            { What: EditionKind.Proposed } read when history is [{ What: EditionKind.Proposed } newest, ..] && newest != read =>
                (null, new EditResult.Refused(
                    $"Je las versie {read.Version}. De nieuwste is versie {newest.Version}. Lees die eerst.")
                {
                    Unseen = newest,
                    Read = read,
                    Seen = read.Version,
                }),
            { What: EditionKind.Proposed } proposal => (proposal, null),
            _ when history.Count == 0 => (null, new EditResult.NotFound()),
            _ when version is null => (null, new EditResult.Invalid(
                new Dictionary<string, string> { ["versie"] = "Noem de versie die je las." })),
            _ => (null, new EditResult.Refused("Deze versie wacht niet op een tweede lezer.")),
        };
    }
}
