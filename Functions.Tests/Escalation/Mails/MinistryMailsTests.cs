using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Notifications;

namespace RegelLoket.Tests.Escalation.Mails;

/// <summary>What a mail to a ministry says of its question, on the day on which it leaves.</summary>
public sealed class MinistryMailsTests
{
    [Theory]
    [InlineData(0, "uiterlijk 7 december 2026")]
    [InlineData(-3, "uiterlijk 7 december 2026")]
    [InlineData(1, "zo snel als het kan (de termijn was 7 december 2026)")]
    public void By_Day_IsNeverOneThatHasPassed(int days, string expected)
    {
        var file = Case();

        Assert.Equal(expected, MinistryMails.By(
            Context(file, CaseFiles.Due.AddDays(days)), file.State.RequestTo(Ministry.Vws)!));
    }

    [Fact]
    public void Waiting_RequestByWhoseTurnItIs_IsThereWhileTheMinistryIsToMove()
    {
        var asksBack = Context(Case(new MinistryAskedBack(Ministry.Vws)));
        var answered = Context(Case(new MinistryAnswered(Ministry.Vws, Late: false)));

        Assert.NotNull(MinistryMails.Waiting(Context(Case())));
        Assert.Null(MinistryMails.Waiting(asksBack));
        Assert.NotNull(MinistryMails.Open(asksBack));
        Assert.Null(MinistryMails.Open(answered));
    }

    [Fact]
    public void Reminded_QuestionThatWasMailed_IsRemindedOfAsLongAsItsTermStands()
    {
        var mailed = new MailRecorded
        { Key = "q", Kind = MailKind.QuestionToMinistry.Slug(), State = MailState.Sent.Slug(), Ministry = Ministry.Vws };
        var file = Case(mailed);
        var step = new ReminderSchedule(new WorkingDays(new WorkingDayOptions()))
            .Of(file.Number, file.State.RequestTo(Ministry.Vws)!, new ReminderOffsets())[0].What;
        MailContext Reminder(CaseFile of) => Context(of) with { Plan = step };

        Assert.NotNull(MinistryMails.Reminded(Reminder(file)));
        Assert.Null(MinistryMails.Reminded(Reminder(Case())));
        Assert.Null(MinistryMails.Reminded(Reminder(Case(mailed, new MinistryAnswered(Ministry.Vws, Late: false)))));
        Assert.Null(MinistryMails.Reminded(Reminder(
            Case(mailed, new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due.AddDays(9)),
                new MoreTimeDecided(Ministry.Vws, Granted: true, CaseFiles.Due.AddDays(9))))));
    }

    [Fact]
    public void Background_OfAQuestion_QuotesQuestionProblemAndRules()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(),
            new ContextAnalysed
            {
                Source = RuleSource.Wet,
                Rules = [new("BWBR0006251", "Wet BIG", "35", null), new(null, "Cao VVT", null, null)],
                Ministries = [Ministry.Vws],
                DueOn = CaseFiles.Due,
            },
            new StatementWritten { Version = 1, DueOn = CaseFiles.Due }, new StatementApproved { Version = 1, DueOn = CaseFiles.Due },
            CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw))
            .WithText(5, TextNames.QuestionTo(Ministry.Vws), "Mag een helpende prikken?").WithText(3, TextNames.Statement, "Het wringt.");

        var parts = MinistryMails.Background(Context(file), file.State.RequestTo(Ministry.Vws)!).ToList();

        var facts = Assert.IsType<MailPart.Facts>(parts[0]).Items.ToDictionary();
        Assert.Equal(("RR-2026-7KQ4M", Ministry.Ocw.Label()), (facts["Zaaknummer"], facts["Ook gevraagd"]));
        Assert.StartsWith("Ans, ", facts["Gevraagd door"], StringComparison.Ordinal);
        Assert.Equal(["De vraag", "Het probleem", "De regels"], parts.OfType<MailPart.Quote>().Select(quote => quote.Label));
        Assert.Contains("Wet BIG", parts.OfType<MailPart.Quote>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Background_AfterAMinistryThatSaidNotOurs_PassesItsWordsOn()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Szw), new MinistryNotOurs(Ministry.Szw),
            CaseFiles.Escalated(Ministry.Vws)).WithText(3, TextNames.Answer, "Dit is van VWS.");

        var words = Assert.Single(MinistryMails.WordsBefore(file, file.State.RequestTo(Ministry.Vws)!));

        Assert.Equal((Ministry.Szw, "Dit is van VWS."), (words.Ministry, words.Word.Text));
        Assert.Empty(MinistryMails.WordsBefore(file, file.State.RequestTo(Ministry.Szw)!));
    }

    [Fact]
    public void Link_CodeInTheCase_StandsBehindTheSharpSign()
    {
        var code = ReplyCode.New(CaseFiles.Number, Ministry.Vws).ToString();
        var file = Case();
        file = file with
        { Private = file.Private.WithSecret(EscalationService.LinkOf(Ministry.Vws), MailContexts.Secrets.Protect(code)) };

        Assert.EndsWith($"/reactie#{code}", MinistryMails.Link(Context(file))!.Target.ToString(), StringComparison.Ordinal);
        Assert.Null(MinistryMails.Link(Context(Case())));
        Assert.Null(MinistryMails.Link(Context(file) with { Plan = Context(file).Plan with { To = Recipient.Reporter } }));
    }

    private static MailContext Context(CaseFile file, DateOnly? today = null) =>
        MailContexts.Of(file, 2, today ?? CaseFiles.Due.AddDays(-5), to: Recipient.Of(Ministry.Vws));

    private static CaseFile Case(params CaseChange[] after) =>
        CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), .. after]);
}
