using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Intake;

/// <summary>The reporter's view of a case, together with the other parts where her report was split.</summary>
public sealed class SplitViews(CaseStore store, CaseFamilies families, TimeProvider clock)
{
    /// <summary>Returns the view today; while merged with the main case's answer.</summary>
    public async Task<ReportResponse> OfAsync(CaseFile file, CancellationToken cancellation)
    {
        var view = await AloneAsync(file, cancellation);
        if (file.State is { Split: null, SplitFrom: null })
        {
            return view;
        }

        var origin = await families.OriginOfAsync(file, cancellation);
        var parts = await Task.WhenAll((await families.PartsAsync(origin, cancellation)).Select(async part =>
            ReportPart.Of(part.Number == file.Number ? view : await AloneAsync(part, cancellation))));
        return view with
        {
            Parts = parts,
            WhySplit = origin.State.Split is { } split ? origin.Text(new TextReference(split.Event, TextNames.Reason)) : null,
        };
    }

    private async Task<ReportResponse> AloneAsync(CaseFile file, CancellationToken cancellation) => ReportResponse.Of(
        file, file.State.MergedInto is { } main ? await store.FindAsync(main, cancellation) : null,
        WorkingDays.DayOf(clock.GetUtcNow()));
}
