using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.CaseLinks.Mails;

/// <summary>The mail to the reporter of a case that was split off.</summary>
internal sealed class SplitOffMail : IMailTemplate
{
    public MailKind Kind => MailKind.SplitOffToReporter;

    public MailContent? Compose(MailContext context) => context.State.MergedInto is not null || !context.State.IsOpen
        || context.IsOvertaken(change => change is CaseSplitOff) ? null : new()
        {
            Subject = "We behandelen je melding weer apart",
            Ask = $"We behandelen je melding weer apart, {WhyApart(context.Event?.What as CaseSplitOff)}.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Je hoeft niets te doen. We gaan verder waar we met jouw melding waren."),
            .. context.State.OpenPromise is { } promise && promise.Until >= context.Today
                ? [new MailPart.Paragraph($"Je hoort uiterlijk {DutchDates.Long(promise.Until)} van ons.")]
                : Array.Empty<MailPart>(),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };

    private static string WhyApart(CaseSplitOff? split) => split?.Because switch
    {
        SplitOffReason.MainCaseStopped => "omdat de andere melding niet doorgaat",
        SplitOffReason.MainCaseEnded => "omdat de andere melding al is afgerond",
        SplitOffReason.MainCaseReopened => "omdat we de andere melding opnieuw bekijken",
        _ => "omdat jouw knelpunt toch anders is",
    };
}
