using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Library.Publication;
using RegelLoket.Outcome;
using RegelLoket.Web;

namespace RegelLoket.Demo;

/// <summary>What reporters do with the number and code of their receipt.</summary>
internal sealed class ReporterSteps(
    ReporterService reporters, FollowedCases followed, OutcomeService outcomes, PublicationService publications, TimeProvider clock)
{
    public Task<CommandResult> WithdrawAsync(DemoCase one) => reporters.WithdrawAsync(
        CommandContext.OfReporter(clock), one.Number.Value, one.Receipt.Code.Value, DeskSteps.Unstarted, default);

    public Task<CommandResult> ReplyAsync(DemoCase one) => reporters.ReplyAsync(
        CommandContext.OfReporter(clock), one.Number.Value, one.Receipt.Code.Value,
        "Het gaat om zes tot acht mensen per jaar. Iemand van de helpdesk zei het aan de telefoon. Op papier hebben we niets.",
        DeskSteps.Unstarted, default);

    public Task<CommandResult> DisputeAsync(DemoCase one) => AsOwnAsync(one, own => outcomes.DisputeAsync(
        own, "Bij ons werkt het niet zoals jullie schrijven. De uitvoerder zei vorige week nog het tegendeel.",
        DeskSteps.Unstarted, default));

    public Task<CommandResult> AgreeAsync(DemoCase one) => AsOwnAsync(one, own => publications.ReplyAsync(
        own, new PublicationReplyRequest { Version = 1, Agreed = true }, DeskSteps.Unstarted, default));

    public Task<CommandResult> ObjectAsync(DemoCase one) => AsOwnAsync(one, own => publications.ReplyAsync(own, new PublicationReplyRequest
    {
        Version = 1,
        Agreed = false,
        Explanation = "Aan dit voorbeeld herkent iedereen in de regio ons. Kan het algemener?",
    }, DeskSteps.Unstarted, default));

    /// <summary>Answers on the effect from the link in the mail.</summary>
    public Task<CommandResult> AnswerEffectAsync(DemoCase one, EffectMoment moment, EffectNoticed noticed) =>
        outcomes.AnswerEffectAsync(new EffectLink(one.Number, moment), noticed, noticed switch
        {
            EffectNoticed.Yes => "Ja, we werken nu zo en niemand houdt het meer tegen.",
            EffectNoticed.Partly => "Op onze afdeling wel, bij de andere locatie nog niet.",
            _ => "Er is nog niets veranderd. We krijgen hetzelfde antwoord als vorig jaar.",
        }, DeskSteps.Unstarted, default);

    private async Task<CommandResult> AsOwnAsync(DemoCase one, Func<FollowedCase, Task<CommandResult>> act) =>
        await followed.OpenOwnAsync(one.Number.Value, one.Receipt.Code.Value, default) is { } own
            ? await act(own) : new CommandResult.NotFound();
}
