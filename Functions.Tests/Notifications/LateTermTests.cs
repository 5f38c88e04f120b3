using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Publication.Mails;
using RegelLoket.Notifications;
using RegelLoket.Outcome.Mails;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

/// <summary>A mail that promises a term and leaves after it brings a new one; one that went before promises nothing new.</summary>
public sealed class LateTermTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly DateOnly Late = CaseFiles.Due.AddDays(7);
    private static readonly CaseChange[] Decided = [CaseFiles.Reported(), CaseFiles.Outcome()];
    private static readonly CaseChange[] Drafted = [.. Decided, CaseFiles.Drafted()];

    public static TheoryData<string> BothMails => ["outcome", "publication"];

    [Theory]
    [MemberData(nameof(BothMails))]
    public void EventBefore_MailThatLeavesAfterItsTerm_GivesAsManyWorkingDaysAsWerePromised(string mail)
    {
        var file = CaseFiles.Of(LifeOf(mail));
        var promised = Days.Between(WorkingDays.DayOf(file.Events[^1].At), CaseFiles.Due);

        Assert.Null(RenewedBy(mail, file, CaseFiles.Due));
        var renewed = RenewedBy(mail, file, Late)!;

        Assert.Equal(new ReporterTermRenewed(file.Events.Count, Days.Add(Late, promised)), renewed);
        var state = CaseFiles.Of([.. LifeOf(mail), renewed]).State;
        Assert.Equal(renewed.Until, mail == "outcome" ? state.Outcome!.DisputeBefore : state.Publication!.ObjectBefore);
        Assert.Equal(renewed.Until, state.DueOn);
        Assert.Contains(RegelLoket.Web.DutchDates.Short(renewed.Until), TextOf(mail, CaseFiles.Of([.. LifeOf(mail), renewed]), Late),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verzonden", false)]
    [InlineData("afgeleverd", false)]
    [InlineData("mislukt", true)]
    [InlineData("teruggekomen", true)]
    public void EventBefore_MailSentAgainAfterItsTerm_RenewsOnlyWhatNeverArrived(string state, bool renews)
    {
        foreach (var mail in new[] { "outcome", "publication" })
        {
            var file = CaseFiles.Of([.. LifeOf(mail), CaseFiles.Mail(state) with { Key = $"{mail}.{LifeOf(mail).Length}" }]);

            Assert.Equal(renews, RenewedBy(mail, file, Late, again: true) is not null);
        }
    }

    [Fact]
    public void Compose_OutcomeThatWentBefore_PromisesNoTermThatHasPassed()
    {
        var file = CaseFiles.Of([.. Decided, CaseFiles.Mail("verzonden") with { Key = "outcome.2" }]);

        Assert.DoesNotContain("Klopt er iets niet?", TextOf("outcome", file, Late), StringComparison.Ordinal);
        Assert.Contains("Klopt er iets niet?", TextOf("outcome", file, CaseFiles.Due), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_PublicTextAfterItsTerm_CanStillBeOfferedToWhoNeverGotIt()
    {
        CaseChange[] Offered(string state) => [.. Drafted, CaseFiles.Mail(state) with { Key = "publication.3" }];

        MailContent? OfferedAgain(string state) =>
            TemplateOf("publication").Compose(ContextOf("publication", CaseFiles.Of(Offered(state)), Late, again: true));

        Assert.NotNull(OfferedAgain("teruggekomen"));
        Assert.Null(OfferedAgain("afgeleverd"));
    }

    private static CaseChange[] LifeOf(string mail) => mail == "outcome" ? Decided : Drafted;

    private static IMailTemplate TemplateOf(string mail) =>
        mail == "outcome" ? new OutcomeToReporterMail(Days) : new PublicationToReporterMail(Days);

    private static MailContext ContextOf(string mail, CaseFile file, DateOnly today, bool again = false) => MailContexts.Of(
        file, LifeOf(mail).Length, today, $"{mail}.{LifeOf(mail).Length}{(again ? ".opnieuw-1" : "")}");

    private static ReporterTermRenewed? RenewedBy(string mail, CaseFile file, DateOnly today, bool again = false) =>
        TemplateOf(mail).EventBefore(ContextOf(mail, file, today, again))?.What as ReporterTermRenewed;

    private static string TextOf(string mail, CaseFile file, DateOnly today) => MailText.Of(
        TemplateOf(mail).Compose(ContextOf(mail, file, today))!, new MailFooter([]));
}
