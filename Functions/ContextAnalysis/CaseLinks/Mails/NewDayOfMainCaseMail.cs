using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.CaseLinks.Mails;

/// <summary>
/// The case within which this report is handled takes longer. Its key names that case and the day, so that nothing of
/// another reporter has to be read.
/// </summary>
internal sealed class NewDayOfMainCaseMail : IMailTemplate
{
    private const string Form = "yyyy-MM-dd";

    public MailKind Kind => MailKind.NewDayOfMainCase;

    public static string KeyOf(CaseNumber main, int number, DateOnly until) =>
        string.Create(CultureInfo.InvariantCulture, $"newday.{main.Value}.{number}.{until.ToString(Form, CultureInfo.InvariantCulture)}");

    public MailContent? Compose(MailContext context) =>
        context.State.MergedInto is not { } main || main != MergeMailKey.CaseIn(context.Plan.Key)
        || DayIn(context.Plan.Key) is not { } until || until <= context.Today ? null : new()
        {
            Subject = "Nieuwe datum voor je melding",
            Ask = $"Je melding is nog niet klaar. Je hoort uiterlijk {DutchDates.Long(until)} van ons.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("We behandelen je melding samen met een andere over hetzelfde, en dat duurt langer dan we "
                + "dachten. Je hoeft niets te doen."),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };

    private static DateOnly? DayIn(string key) => MailKeys.RootOf(key).Split('.') is [_, _, _, var text]
        && DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
