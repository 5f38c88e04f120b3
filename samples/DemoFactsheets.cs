using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Search;

namespace RegelLoket.Demo;

/// <summary>Factsheets that were written at the start and that nobody looked at since: what they say may be out of date.</summary>
internal sealed class DemoFactsheets(EditorialService editorial, SecondReaderService reader, LibraryCache shelf, DemoClock clock)
{
    /// <summary>Adds the ones that are not there yet, each from a file of <c>samples/factsheets</c>.</summary>
    public async Task AddAsync(CancellationToken cancellation)
    {
        foreach (var (id, sheet) in DemoSample.Beside<DemoFactsheet>("factsheets"))
        {
            var view = await shelf.ReloadAsync(cancellation);
            if (view.Find(id) is null && !view.IsWithdrawn(id))
            {
                await AddAsync(sheet, cancellation);
            }
        }
    }

    private async Task AddAsync(DemoFactsheet sheet, CancellationToken cancellation)
    {
        var written = WorkingDays.MomentOf(WorkingDays.DayOf(clock.Desk).AddDays(-sheet.WrittenBefore), new TimeOnly(11, 0));
        clock.Moment = written;
        var day = WorkingDays.DayOf(written);
        var text = sheet.Text with
        {
            Version = 0,
            FindingsReviewed = true,
            ReviewBefore = day.AddDays(sheet.HoldsDays),
            Rules = [.. (sheet.Text.Rules ?? []).Select(rule => rule with { CheckedOn = day })],
        };
        var saved = await editorial.SaveAsync(new CommandContext(DemoTeam.Coordinator, written), id: null, text, cancellation);
        var reading = new CommandContext(DemoTeam.Of("ans"), written);
        if (saved is not EditResult.Saved { Id: var id, Version: var version }
            || await reader.ApproveAsync(reading, id, version, cancellation) is not EditResult.Saved)
        {
            throw new InvalidDataException($"The factsheet '{sheet.Text.Title}' was not taken: {saved}");
        }
    }
}
