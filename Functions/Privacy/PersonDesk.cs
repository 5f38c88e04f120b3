using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>
/// What is held of one person, and its erasure. A request counts as verified when it carries the code of the report, or when a coordinator
/// has checked who asks and names the e-mail address.
/// </summary>
public sealed class PersonDesk(CaseStore store, CaseFeed feed, RetentionProjection projection, Eraser eraser)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Everything that is held of the reporter of a case; null without the right code.</summary>
    public async Task<object?> ExportAsync(CaseNumber number, FollowCode code, CancellationToken cancellation) =>
        await store.FindAsync(number, cancellation) is { } file && code.Matches(file.State.FollowCodeHash) ? Export(file) : null;

    /// <summary>Erases the reporter and all texts of a case; false without the right code.</summary>
    public async Task<bool> EraseAsync(CaseNumber number, FollowCode code, CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } file || !code.Matches(file.State.FollowCodeHash))
        {
            return false;
        }

        await eraser.EraseAsync(number, ErasedData.Texts, ErasureGround.Request, Actor.Reporter, cancellation);
        return true;
    }

    /// <summary>Everything that is held under an e-mail address.</summary>
    public async Task<IReadOnlyList<object>> ExportAsync(EmailAddress person, CancellationToken cancellation)
    {
        var exports = new List<object>();
        foreach (var number in await CasesOfAsync(person, cancellation))
        {
            if (await store.FindAsync(number, cancellation) is { } file)
            {
                exports.Add(Export(file));
            }
        }

        return exports;
    }

    /// <summary>Erases the reporter of every case under an e-mail address; the texts stay for the analysis unless they are asked for too.</summary>
    public async Task<IReadOnlyList<CaseNumber>> EraseAsync(EmailAddress person, ErasedData what, Actor by, CancellationToken cancellation)
    {
        var erased = new List<CaseNumber>();
        foreach (var number in await CasesOfAsync(person, cancellation))
        {
            if (await eraser.EraseAsync(number, what, ErasureGround.Request, by, cancellation))
            {
                erased.Add(number);
            }
        }

        return erased;
    }

    private async Task<IReadOnlyList<CaseNumber>> CasesOfAsync(EmailAddress person, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        return projection.Of(person);
    }

    private static object Export(CaseFile file) => new
    {
        zaaknummer = file.Number,
        ontvangenOp = file.State.ReportedAt,
        status = file.State.Status,
        melder = new { naam = file.Private.Reporter?.Name, email = file.Private.Reporter?.Email?.Value, telefoon = file.Private.Reporter?.Telephone },
        teksten = file.Events.Where(e => e.By.Role == ActorRole.Reporter && e.Texts is not null)
            .SelectMany(e => e.Texts!.Keys.Select(name => new { gebeurtenis = e.Number, op = e.At, soort = name, tekst = file.Text(e.Text(name)) })),
        gebeurtenissen = file.Events.Count,
    };
}
