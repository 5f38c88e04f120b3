using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>A silence over months, in an app with a clock of its own.</summary>
public sealed class SilenceReminderTests
{
    private static readonly TimeSpan FiveWeeks = TimeSpan.FromDays(35);

    [Fact]
    public async Task Silence_OfMonths_RemindsOnceAndStandsWithTheCoordinator()
    {
        await using var app = await AppFixture.StartAsync();
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(
            HttpMethod.Post, "experimenten", new { organisatie = "Zorggroep Zuid", vraagstuk = "Helpt een buddy?" }, 201);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen", new { email = "dana@organisatie.example" });
        await journey.MailAsync(mail => mail.To == "dana@organisatie.example");

        await app.MoveClockAsync(FiveWeeks);
        await journey.MailAsync(mail => mail.Subject.StartsWith("Hoe staat het met jullie experiment?", StringComparison.Ordinal));
        await app.MoveClockAsync(FiveWeeks);
        await app.MoveClockAsync(TimeSpan.FromDays(1));

        Assert.Equal(2, (await journey.MailsAsync()).Count(mail => mail.To == "dana@organisatie.example"));
        var file = (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;
        Assert.Single(file.Events, e => e.What is ExperimentSilent);
        Assert.Contains("dat er 20 werkdagen niets kwam", await app.DeskPageAsync(journey), StringComparison.Ordinal);
        using var coordinator = app.AsCoordinator();
        var queue = await coordinator.GetStringAsync(new Uri("/werkbank?tab=alle&signaal=experiment-stil", UriKind.Relative));
        Assert.Contains(journey.Number, queue, StringComparison.Ordinal);
    }
}
