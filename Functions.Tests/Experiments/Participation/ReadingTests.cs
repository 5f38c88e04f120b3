using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>What counts as read when a colleague says so, or writes the public text, on a page of before the newest words.</summary>
[Collection(AppCollection.Name)]
public sealed class ReadingTests(AppFixture app)
{
    [Theory]
    [InlineData("lezingen")]
    [InlineData("teksten")]
    public async Task Post_FromAPageOfBeforeTheNewestWords_LeavesThoseUnread(string step)
    {
        var (journey, code) = await app.InvitedAsync();
        var address = $"/werkbank/zaken/{journey.Number}/experimenten/1";
        using var visitor = new FormVisitor(app, "analist");
        using var noted = await app.CallAsync(HttpMethod.Post, "/stappen", code, new { fase = "verkennen", notitie = "Verkend." });
        var page = await visitor.GetAsync($"{address}?tekst");
        using var newer = await app.CallAsync(HttpMethod.Post, "/stappen", code, new { fase = "verkennen", notitie = "Nog iets." });

        await PostAsync(visitor, page);

        var experiment = await ExperimentAsync();
        Assert.Equal(experiment.Notes[1].At, experiment.UnreadSince);
        await PostAsync(visitor, await visitor.GetAsync($"{address}?tekst"));
        Assert.Null((await ExperimentAsync()).UnreadSince);

        async Task PostAsync(FormVisitor colleague, string seen)
        {
            using var answer = await colleague.SubmitAsync(
                seen, $"{address}/{step}", ("titel", $"Een buddy {Guid.NewGuid():N}"),
                ("vraagstuk", "Helpt een buddy?"), ("watGedaan", "Een buddy gaf les."), ("lessen", "Geef tijd."));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        async Task<CaseExperiment> ExperimentAsync() => (await app.Services.GetRequiredService<CaseStore>()
            .FindAsync(CaseNumber.Parse(journey.Number), default))!.State.Experiments[0];
    }
}
