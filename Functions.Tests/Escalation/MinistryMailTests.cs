using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Tests.Escalation;

/// <summary>What the mails to a ministry say, before it answered and after.</summary>
public sealed class MinistryMailTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());

    private static readonly ContextAnalysed Analysis = new()
    {
        Source = RuleSource.Wet,
        Rules = [new("BWBR0006251", "Wet BIG", "35", CaseFiles.Due), new("BWBR0004045", "Werkloosheidswet", "76", CaseFiles.Due)],
        Ministries = [Ministry.Vws, Ministry.Szw],
        DueOn = CaseFiles.Due,
    };

    [Fact]
    public void Question_ToOneOfTwo_SaysWhoAsksWhereToCallWhoElseWasAskedAndOnlyItsOwnLaw()
    {
        var file = Linked(CaseFiles.Of(CaseFiles.Reported(), Analysis, Asked((Ministry.Vws, [1]), (Ministry.Szw, [2]))));

        var text = TextOf(new QuestionToMinistryMail(Days).Compose(ContextOf(file, 3, Ministry.Vws)));

        Assert.Contains("Gevraagd door: Ans, RegelLoket", text, StringComparison.Ordinal);
        Assert.Contains("Telefoon: 030 - 123 45 67", text, StringComparison.Ordinal);
        Assert.Contains("Ook gevraagd: SZW", text, StringComparison.Ordinal);
        Assert.Contains("Wet BIG, 35", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Werkloosheidswet", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_AfterAnotherSaidNotOurs_BringsTheWordOfThatOne()
    {
        var file = Linked(CaseFiles.Of(CaseFiles.Reported(), Analysis, Asked((Ministry.Szw, null)), new MinistryNotOurs(Ministry.Szw),
            Asked((Ministry.Vws, null))).WithText(4, TextNames.Answer, "Dit gaat over bevoegdheid, dus over de Wet BIG."));

        var text = TextOf(new QuestionToMinistryMail(Days).Compose(ContextOf(file, 5, Ministry.Vws)));

        Assert.Contains("SZW zei: niet bij ons", text, StringComparison.Ordinal);
        Assert.Contains("Dit gaat over bevoegdheid", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PassedOn_WithANote_BringsItToTheColleague()
    {
        var file = Linked(CaseFiles.Of(CaseFiles.Reported(), Analysis, Asked((Ministry.Vws, null)),
            new MinistryPassedOn(Ministry.Vws, "hash", CaseFiles.Due)).WithText(4, TextNames.Note, "Jij deed dit vorig jaar ook."));

        var text = TextOf(new PassedOnMail().Compose(ContextOf(file, 4, Ministry.Vws)));

        Assert.Contains("Je collega schrijft", text, StringComparison.Ordinal);
        Assert.Contains("Jij deed dit vorig jaar ook.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswerCopy_OfAnAnswer_HoldsQuestionAndAnswerAndTheWayBack()
    {
        var file = Answered();

        var content = new AnswerCopyMail().Compose(ContextOf(file, 4, Ministry.Vws))!;

        Assert.Contains("Artikel 35 laat het toe.", TextOf(content), StringComparison.Ordinal);
        Assert.Contains("/reactie#", content.Link!.Target.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswerCopy_QuestionThatWasAskedAgain_IsOvertaken() => Assert.Null(new AnswerCopyMail().Compose(ContextOf(
        Linked(CaseFiles.Of(CaseFiles.Reported(), Analysis, Asked((Ministry.Vws, null)),
            new MinistryAnswered(Ministry.Vws, Late: false), Asked((Ministry.Vws, null)))), 4, Ministry.Vws)));

    [Fact]
    public void OutcomeToMinistry_LongAfterTheAnswer_NamesTheOutcomeAndHasNoDeadLink()
    {
        var file = Answered(CaseFiles.Outcome());
        var answered = WorkingDays.DayOf(file.Events[3].At);

        var soon = new OutcomeToMinistryMail().Compose(ContextOf(file, 5, Ministry.Vws, answered.AddDays(90)))!;
        var late = new OutcomeToMinistryMail().Compose(ContextOf(file, 5, Ministry.Vws, answered.AddDays(91)))!;

        Assert.Contains($"Uitkomst: {OutcomeKind.HetKanAl.Label()}", TextOf(soon), StringComparison.Ordinal);
        Assert.Equal((true, false), (soon.Link is not null, late.Link is not null));
    }

    private static CaseFile Answered(params CaseChange[] then) => Linked(CaseFiles.Of(
        [CaseFiles.Reported(), Analysis, Asked((Ministry.Vws, null)), new MinistryAnswered(Ministry.Vws, Late: false), .. then])
        .WithText(4, TextNames.Answer, "Artikel 35 laat het toe."));

    private static CaseEscalated Asked(params (Ministry Ministry, int[]? Rules)[] requests) => new()
    {
        Requests = [.. requests.Select(asked => new MinistryAsked(asked.Ministry, CaseFiles.Due, "", CaseFiles.Due.AddDays(180))
        { Rules = asked.Rules })],
    };

    private static CaseFile Linked(CaseFile file) => file with
    {
        Private = EnumNames.All<Ministry>().Aggregate(file.Private, (held, ministry) => held.WithSecret(
            EscalationService.LinkOf(ministry), MailContexts.Secrets.Protect(ReplyCode.New(file.Number, ministry).ToString()))),
    };

    private static MailContext ContextOf(CaseFile file, int number, Ministry ministry, DateOnly? today = null) =>
        MailContexts.Of(file, number, today ?? WorkingDays.DayOf(CaseFiles.ReportedAt), to: Recipient.Of(ministry))
            with
        { Telephone = "030 - 123 45 67" };

    private static string TextOf(MailContent? content) => MailText.Of(content!, MailFooter.Of("RegelLoket", new SiteOptions()));
}
