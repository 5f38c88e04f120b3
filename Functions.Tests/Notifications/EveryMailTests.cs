using System.Net;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>Every kind of mail, of a case in which every text is hostile.</summary>
[Collection(nameof(CaseStorage))]
public sealed partial class EveryMailTests(AzuriteFixture azurite)
{
    private const string Hostile =
        "Onderwerp\r\nBcc: slachtoffer@evil.example %0d%0aBcc: x@evil.example \u2028Bcc: x =?utf-8?q?Bcc=3A?= "
            + "<script>alert(1)</script> <img src=x onerror=alert(2)> "
        + "<a href=\"https://evil.example\">klik</a> https://evil.example/login www.evil.example javascript:alert(3) \"'`& \u202E {{7*7}}";

    /// <summary>
    /// They tell of more than one case, of somebody who joined one or experiments, or of the library; their own tests
    /// read them.
    /// </summary>
    private static readonly MailKind[] ReadElsewhere =
    [
        MailKind.MergedToReporter, MailKind.SplitOffToReporter, MailKind.OutcomeOfMainCase, MailKind.NewDayOfMainCase,
        MailKind.MergedReporterWrote,
        MailKind.Digest, MailKind.StepsDue, MailKind.NewsToFollower,
        MailKind.PublicationToReporter, MailKind.SharedWithSector,
        MailKind.UnplacedMail, MailKind.DirectCode, MailKind.LibraryNews,
        MailKind.ExperimentInvitation, MailKind.ExperimentReminder,
    ];

    private const string Code = "12345678";

    [Fact]
    public async Task Compose_AnyKindOfAHostileCase_HasOneLinkOfOursAndAFixedSubjectAndTwinBodies()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var scenes = await ScenesAsync(host);
        Assert.Equal(EnumNames.All<MailKind>().Except(ReadElsewhere).Order(), scenes.Keys.Order());

        foreach (var (kind, (file, to, ofEvent)) in scenes)
        {
            var plan = new PlannedMail
            {
                Case = file.Number,
                Key = $"{kind.Slug()}.1",
                Kind = kind,
                To = to,
                Event = ofEvent,
                Ministry = Ministry.Vws
            };
            var composed = await host.Composer.ComposeAsync(plan, file, default);
            Assert.True(composed is not null, $"{kind} is not written");
            var (mail, content) = composed.Value;

            Assert.Matches($"^[^\\r\\n]{{5,80}} · {file.Number}$", mail.Subject);
            Assert.StartsWith(content.Ask, mail.Text, StringComparison.Ordinal);
            Assert.Equal(new Dictionary<string, string>
            {
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = "OOF, AutoReply"
            }, mail.Headers);
            Assert.Equal(host.Composer.MessageIdOf(plan), mail.MessageId);
            Assert.Equal("loket@regelloket.example", mail.From.Address.Value);
            Assert.Equal("loket@regelloket.example", mail.ReplyTo.Address.Value);
            Assert.DoesNotContain("evil", mail.Subject + mail.MessageId + string.Concat(mail.CustomArgs.Values),
                StringComparison.OrdinalIgnoreCase);

            var links = Link().Matches(mail.Html).Select(m => m.Groups[1].Value).ToList();
            Assert.Equal(kind == MailKind.AccessCode ? 0 : 1, links.Count);
            Assert.All(links, link => Assert.StartsWith("https://loket.example/", link, StringComparison.Ordinal));
            foreach (var body in new[] { mail.Html, mail.Text })
            {
                Assert.DoesNotContain("evil.example", body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("javascript:", body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain('\u202E', body);
            }

            Assert.DoesNotMatch("(?i)<(script|img|iframe|form|link|input)", mail.Html);
            var html = WordsOf(WebUtility.HtmlDecode(
                Tag().Replace(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..], " ")));
            var text = WordsOf(content.Link is { } own ? mail.Text.Replace(own.Target.AbsoluteUri, "", StringComparison.Ordinal)
                : mail.Text).Where(w => w is not ("--" or ">"));
            Assert.Equal(text.Select(w => w.TrimEnd(':')), html.Select(w => w.TrimEnd(':')));
        }
    }

    private static async Task<Dictionary<MailKind, (CaseFile File, Recipient To, int? Event)>> ScenesAsync(MailHost host)
    {
        var secrets = (ProtectedSecrets)host.Services.GetService(typeof(ProtectedSecrets))!;
        var day = new DateOnly(2027, 3, 1);
        var analyst = new Actor(ActorRole.Analyst, "Ans Analist");
        var code = ReplyCode.New(CaseNumber.New(2026), Ministry.Vws);
        var reported = await host.CreateCaseAsync(title: Hostile);
        var analysed = After(reported, analyst, new ContextAnalysed
        {
            Source = EnumNames.All<RuleSource>()[0],
            Rules = [new RuleReference("BWBR0006251", Hostile, Hostile, day)],
            Ministries = [Ministry.Vws],
            DueOn = day,
        }, TextNames.Explanation);
        var stated = After(After(analysed, analyst, new StatementWritten { Version = 1, DueOn = day }, TextNames.Statement), analyst,
            new StatementApproved { Version = 1, DueOn = day }, null);
        var asked = After(
            stated, analyst, new CaseEscalated { Requests = [new MinistryAsked(Ministry.Vws, day, code.Hash(), day)] },
            TextNames.QuestionTo(Ministry.Vws));
        asked = asked with
        {
            Private = asked.Private.WithSecret(EscalationService.LinkOf(Ministry.Vws), secrets.Protect(code.ToString()))
                .WithSecret("access.vws.1", secrets.Protect(Code))
                .WithAddress("access.vws.1", EmailAddress.TryParse("a@minvws.example", out var address) ? address
                    : throw new FormatException()),
        };
        var left = After(asked, Actor.System, new MailRecorded
        { Key = "vraag", Kind = MailKind.QuestionToMinistry.Slug(), State = MailState.Sent.Slug(), Ministry = Ministry.Vws }, null);
        var askedBack = After(asked, Actor.Of(Ministry.Vws), new MinistryAskedBack(Ministry.Vws), TextNames.Question);
        var replied = After(askedBack, analyst, new AnalystAnsweredMinistry(Ministry.Vws, day), TextNames.Reply);
        var decided = After(After(asked, Actor.Of(Ministry.Vws), new MinistryAskedMoreTime(Ministry.Vws, day), TextNames.Reason), analyst,
            new MoreTimeDecided(Ministry.Vws, false, day), null);
        var answered = After(asked, Actor.Of(Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false), TextNames.Answer);
        var concluded = After(answered, analyst, new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = day },
            TextNames.Explanation);
        var disputed = After(concluded, Actor.Reporter, new OutcomeDisputed { DueOn = day }, TextNames.Reason);
        var questioned = After(After(reported, analyst, new ReporterAsked(), TextNames.Question), Actor.System, new MailRecorded
        { Key = "question", Kind = MailKind.QuestionToReporter.Slug(), State = MailState.Sent.Slug() }, null);
        var split = After(
            reported, analyst, new ReportSplit { Parts = [CaseNumber.New(2026), CaseNumber.New(2026)], DueOn = day }, TextNames.Reason);
        var silent = After(questioned, Actor.System, new ReporterSilent(), null);
        var ministry = Recipient.Of(Ministry.Vws);
        (CaseFile, Recipient, int?) Newest(CaseFile file, Recipient to) => (file, to, file.Events.Count);
        return new()
        {
            [MailKind.Receipt] = Newest(reported, Recipient.Reporter),
            [MailKind.QuestionToReporter] = Newest(After(reported, analyst, new ReporterAsked(), TextNames.Question), Recipient.Reporter),
            [MailKind.OutcomeToReporter] = Newest(concluded, Recipient.Reporter),
            [MailKind.AnswerCopy] = Newest(answered, ministry),
            [MailKind.OutcomeToMinistry] = Newest(concluded, ministry),
            [MailKind.ReporterReminder] = (questioned, Recipient.Reporter, null),
            [MailKind.ReporterSilent] = (silent, Recipient.Analyst(null), null),
            [MailKind.ClosedUnanswered] =
                Newest(After(silent, analyst, new CaseClosedUnanswered(), TextNames.Reason), Recipient.Reporter),
            [MailKind.MessageToReporter] =
                Newest(After(stated, analyst, new ReporterWrittenTo(), TextNames.Reply), Recipient.Reporter),
            [MailKind.ReporterWrote] =
                Newest(After(stated, Actor.Reporter, new ReporterReplied(), TextNames.Reply), Recipient.Analyst(null)),
            [MailKind.EffectQuestion] =
                Newest(After(concluded, Actor.System, new EffectAsked(EffectMoment.ThreeMonths), null), Recipient.Reporter),
            [MailKind.ReporterReacted] = Newest(disputed, Recipient.Analyst(null)),
            [MailKind.ReplyToReporter] = Newest(After(disputed, analyst, new DisputeSettled(), TextNames.Reply), Recipient.Reporter),
            [MailKind.NewDayToReporter] = Newest(
                After(reported, Actor.System, new NewDayPromised(day, DelayReason.LookingInto), null), Recipient.Reporter),
            [MailKind.ReportSplit] = Newest(split, Recipient.Reporter),
            [MailKind.ReportSplitUndone] = Newest(After(split, analyst, new ReportSplitUndone(2), null), Recipient.Reporter),
            [MailKind.NewCode] = Newest(reported, Recipient.Reporter),
            [MailKind.QuestionToMinistry] = Newest(asked, ministry),
            [MailKind.ReminderBefore] = (left, ministry, null),
            [MailKind.ReminderOnTheDay] = (left, ministry, null),
            [MailKind.ReminderAfter] = (left, ministry, null),
            [MailKind.SecondContact] = (left, Recipient.SecondContactOf(Ministry.Vws), null),
            [MailKind.ReplyToMinistry] = Newest(replied, ministry),
            [MailKind.MoreTimeDecision] = Newest(decided, ministry),
            [MailKind.PassedOn] = Newest(asked, ministry),
            [MailKind.AnswerNotNeeded] = Newest(After(asked, Actor.Reporter, new CaseWithdrawn(), null), ministry),
            [MailKind.AccessCode] = Newest(asked, Recipient.AddressInCase(Ministry.Vws, "access.vws.1")),
            [MailKind.MinistryReplied] = Newest(answered, Recipient.Analyst(null)),
            [MailKind.StepDue] = (After(
                stated, analyst, new StatementWritten { Version = 2, DueOn = day.AddYears(-2) }, TextNames.Statement),
                Recipient.Analyst(null), null),
            [MailKind.MinistrySilent] = (left, Recipient.Coordinators, null),
            [MailKind.MailTrouble] = Newest(asked, Recipient.Coordinators),
        };
    }

    private static CaseFile After(CaseFile file, Actor by, CaseChange change, string? text)
    {
        var e = new CaseEvent
        {
            Number = file.State.Version + 1,
            At = new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero),
            By = by,
            What = change
        };
        return file with
        {
            State = file.State.After(e),
            Events = [.. file.Events, e],
            Private = text is null ? file.Private
                : file.Private.With(e.Number, new Dictionary<string, PrivateText> { [text] = PrivateText.Of(Hostile) }),
        };
    }

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<a href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
