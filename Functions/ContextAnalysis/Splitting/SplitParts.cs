using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>Makes the case of one part of a split report; the same part is made once, however often it is asked for.</summary>
public sealed class SplitParts(CaseStore store, CaseIndex index, CaseWorkflows caseWorkflows)
{
    /// <summary>Facts about the reporter that hold for every part, and so are copied.</summary>
    private static readonly string[] SharedTexts = [TextNames.Organisation];

    /// <summary>Creates the case unless it exists; nothing when the texts were erased before it could be made.</summary>
    /// <param name="origin">The case of the report.</param>
    /// <param name="split">The event that split it.</param>
    /// <param name="place">The place of the part, from 2.</param>
    /// <param name="number">The number of its case.</param>
    /// <param name="workflows">The client for its workflow.</param>
    /// <param name="cancellation">Cancels the wait; a case that was begun is completed by the next call.</param>
    /// <exception cref="InvalidOperationException">Another report got the number meanwhile.</exception>
    public async Task MakeAsync(
        CaseFile origin, CaseEvent split, int place, CaseNumber number, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var texts = TextsOf(origin, split, place);
        if (texts.Count == 0 || await store.FindAsync(number, cancellation) is not null)
        {
            return;
        }

        var reported = (CaseReported)origin.Events[0].What with
        {
            SplitFrom = origin.Number,
            Themes = origin.State.Themes,
            Anonymous = origin.Private.Reporter is null,
            FollowCodeHash = origin.State.FollowCodeHash,
            DueOn = ((ReportSplit)split.What).DueOn,
        };
        var made = await store.CreateAsync(
            number, new NewEvent(split.By, reported) { Texts = texts }.FollowingFrom(split),
            new PrivateCase { Reporter = origin.Private.Reporter, ReportKey = KeyOf(origin.Number, split.Number, place) },
            cancellation) ?? throw new InvalidOperationException($"{number} is the number of another report.");
        if (made.State.Version == 1)
        {
            await Task.WhenAll(index.WriteAsync(made, CancellationToken.None), caseWorkflows.SignalAsync(workflows, made));
        }
    }

    private static Dictionary<string, string> TextsOf(CaseFile origin, CaseEvent split, int place)
    {
        var own = SplitFields.OfPart
            .Select(field => (Name: field.TextName!, Text: origin.Text(split.Text(TextNames.OfPart(place, field.TextName!)))))
            .Where(text => text.Text is not null).ToList();
        return own.Count == 0 ? []
            : own.Concat(SharedTexts.Select(name => (Name: name, Text: origin.ReportedInAll(name))))
                .Where(text => text.Text is not null).ToDictionary(text => text.Name, text => text.Text!);
    }

    /// <summary>The key by which an interrupted creation is known again as the same part.</summary>
    private static string KeyOf(CaseNumber origin, int split, int place) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{origin}.{split}.{place}")));
}
