using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Escalation;

/// <summary>What becomes of each reaction of a ministry, by what its question already went through.</summary>
public sealed class MinistryReplyRulesTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly StepTerms Terms = new();
    private static readonly EscalationOptions Options = new();
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly MinistryContacts Contacts = new()
    {
        Ministry = Ministry.Vws,
        Mailbox = Address("loket@minvws.nl"),
        Domains = ["minvws.nl"],
    };

    private readonly ProtectedSecrets secrets = new(new EphemeralDataProtectionProvider());

    private MinistryReplyRules Rules => new(Days, Terms, Options, secrets);

    [Fact]
    public void Decide_Acknowledgement_IsAppendedOnce()
    {
        Assert.IsType<MinistryAcknowledged>(Appended(Asked(), Of(ReactionKind.Acknowledge)));
        Assert.IsType<Decision.AlreadyDone>(Decide(Asked(new MinistryAcknowledged(Ministry.Vws)), Of(ReactionKind.Acknowledge)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Decide_Answer_IsLateAfterItsDayAndGivesTheDeskItsOwnTerm(int daysLate, bool late)
    {
        var today = CaseFiles.Due.AddDays(daysLate);

        var answered = Assert.IsType<MinistryAnswered>(Appended(Asked(), Of(ReactionKind.Answer, "Het mag."), today));

        Assert.Equal((late, Days.Add(today, Terms.Decision)), (answered.Late, answered.DecideBefore));
        Assert.Null(answered.Rules);
    }

    [Fact]
    public void Decide_AnswerOnRules_KeepsTheGistOfEach()
    {
        var reaction = Of(ReactionKind.Answer, "Het mag.") with
        {
            Stance = AnswerStance.AlreadyPossible,
            Rules = [new RuleReaction(2, AnswerStance.StaysAsIs), new RuleReaction(1, AnswerStance.AlreadyPossible)],
        };

        var answered = Assert.IsType<MinistryAnswered>(Appended(Asked(rules: 2), reaction));

        Assert.Equal(AnswerStance.AlreadyPossible, answered.Stance);
        Assert.Equal([new RuleStance(2, AnswerStance.StaysAsIs), new RuleStance(1, AnswerStance.AlreadyPossible)], answered.Rules);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(2, 2)]
    [InlineData(1, 1)]
    public void Decide_AnswerOnARuleThatIsNotAskedOrNamedTwice_IsRejectedAtThatRule(params int[] rules)
    {
        var reaction = Of(ReactionKind.Answer, "Het mag.") with
        {
            Rules = [.. rules.Select(rule => new RuleReaction(rule, AnswerStance.Other))],
        };

        Assert.Equal([$"regels[{rules.Length - 1}].regel"], Rejected(Asked(rules: 2), reaction));
    }

    [Fact]
    public void Decide_AnswerOnARuleThatWasNotAskedOfThisMinistry_IsRejected()
    {
        var file = Asked(rules: 2, of: [2]);
        var reaction = Of(ReactionKind.Answer, "Het mag.");

        Assert.Empty(Rejected(file, reaction with { Rules = [new RuleReaction(2, AnswerStance.Other)] }));
        Assert.Equal(["regels[0].regel"], Rejected(file, reaction with { Rules = [new RuleReaction(1, AnswerStance.Other)] }));
    }

    [Theory]
    [InlineData(ReactionKind.Answer, 10_000)]
    [InlineData(ReactionKind.AskBack, 4_000)]
    [InlineData(ReactionKind.NotOurs, 1_000)]
    [InlineData(ReactionKind.MoreTime, 1_000)]
    public void Decide_TextThatIsMissingOrTooLong_IsRejectedAtTheText(ReactionKind kind, int longest)
    {
        var reaction = Of(kind) with { Until = CaseFiles.Due.AddDays(7) };

        Assert.Equal(["tekst"], Rejected(Asked(), reaction with { Text = " \u200B " }));
        Assert.Equal(["tekst"], Rejected(Asked(), reaction with { Text = new string('a', longest + 1) }));
        Assert.Empty(Rejected(Asked(), reaction with { Text = new string('a', longest) }));
    }

    [Fact]
    public void Decide_QuestionBack_IsAskedOneAtATime()
    {
        var question = Of(ReactionKind.AskBack, "Om welke zorg gaat het?");

        var decision = Assert.IsType<Decision.Append>(Decide(Asked(), question));

        Assert.IsType<MinistryAskedBack>(decision.Event.What);
        Assert.Equal("Om welke zorg gaat het?", decision.Event.Texts[TextNames.Question]);
        Assert.IsType<Decision.Refuse>(Decide(Asked(new MinistryAskedBack(Ministry.Vws)), question));
    }

    [Theory]
    [InlineData("2026-12-07", false)]
    [InlineData("2026-12-01", false)]
    [InlineData(null, false)]
    [InlineData("2026-12-08", true)]
    [InlineData("2027-12-01", true)]
    [InlineData("2027-12-02", false)]
    public void Decide_MoreTime_IsForADayAfterTheCurrentOneWithinAYear(string? until, bool isTaken)
    {
        DateOnly? day = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(isTaken ? [] : ["tot"], Rejected(Asked(), Of(ReactionKind.MoreTime, "Ziekte.") with { Until = day }));
    }

    [Fact]
    public void Decide_MoreTimeUntilADayOff_IsUntilTheNextWorkingDay()
    {
        var saturday = new DateOnly(2026, 12, 12);

        var asked = Assert.IsType<MinistryAskedMoreTime>(
            Appended(Asked(), Of(ReactionKind.MoreTime, "Ziekte.") with { Until = saturday }));

        Assert.Equal(new DateOnly(2026, 12, 14), asked.Until);
    }

    [Fact]
    public void Decide_MoreTimeTwice_WaitsForTheDesk() => Assert.IsType<Decision.Refuse>(Decide(
        Asked(new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due.AddDays(7))),
        Of(ReactionKind.MoreTime, "Ziekte.") with { Until = CaseFiles.Due.AddDays(14) }));

    [Theory]
    [InlineData("collega@minvws.nl", true)]
    [InlineData("collega@afdeling.minvws.nl", true)]
    [InlineData("collega@nietminvws.nl", false)]
    [InlineData("collega@example.org", false)]
    [InlineData("geen adres", false)]
    [InlineData(null, false)]
    public void Decide_PassedOn_GoesToTheMinistryItselfAlone(string? email, bool isTaken) =>
        Assert.Equal(isTaken ? [] : ["email"], Rejected(Asked(), Of(ReactionKind.PassOn) with { Email = email }));

    [Fact]
    public void Decide_PassedOn_GivesTheColleagueALinkOfItsOwnAndTheEventNoAddress()
    {
        var reaction = Of(ReactionKind.PassOn, "Voor jou.") with { Email = "collega@minvws.nl" };

        var decision = Assert.IsType<Decision.Append>(Decide(Asked(), reaction));

        var passed = Assert.IsType<MinistryPassedOn>(decision.Event.What);
        var changed = decision.ChangePrivate!(new PrivateCase());
        Assert.Equal(Address("collega@minvws.nl"), changed.Addresses[RecipientAddresses.ColleagueOf(Ministry.Vws)]);
        Assert.True(ReplyCode.TryParse(
            secrets.Unprotect(changed.Secrets[EscalationService.LinkOf(Ministry.Vws)]), out var code));
        Assert.True(code.Matches(passed.LinkHash));
        Assert.Equal(Today.AddDays(Options.LinkDays), passed.LinkExpiresOn);
        Assert.DoesNotContain("collega", $"{passed}", StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_EveryReaction_IsTheMinistrysOwn() => Assert.All(EnumNames.All<ReactionKind>(), kind =>
    {
        var reaction = Of(kind, "Tekst.") with { Until = CaseFiles.Due.AddDays(7), Email = "collega@minvws.nl" };

        Assert.Equal(Actor.Of(Ministry.Vws), Assert.IsType<Decision.Append>(Decide(Asked(), reaction)).Event.By);
    });

    private static ReactionRequest Of(ReactionKind kind, string? text = null) => new() { Kind = kind, Text = text };

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException();

    private static CaseFile Asked(params CaseChange[] then) => Asked(rules: 0, of: null, then);

    /// <summary>A case with a question to VWS about some of its rules, and what happened to the question.</summary>
    private static CaseFile Asked(int rules, IReadOnlyList<int>? of = null, params CaseChange[] then) => CaseFiles.Of(
    [
        CaseFiles.Reported(),
        new ContextAnalysed
        {
            Source = RuleSource.Wet,
            Rules = [.. Enumerable.Range(1, rules).Select(rule => new RuleReference(null, $"Wet {rule}", null, null))],
            Ministries = [Ministry.Vws],
            DueOn = CaseFiles.Due,
        },
        new CaseEscalated { Requests = [new MinistryAsked(Ministry.Vws, CaseFiles.Due, "", CaseFiles.Due) { Rules = of }] },
        .. then,
    ]);

    private Decision Decide(CaseFile file, ReactionRequest reaction, DateOnly? today = null) =>
        Rules.Decide(file, file.State.RequestTo(Ministry.Vws)!, reaction, Contacts, today ?? Today);

    private CaseChange Appended(CaseFile file, ReactionRequest reaction, DateOnly? today = null) =>
        Assert.IsType<Decision.Append>(Decide(file, reaction, today)).Event.What;

    /// <summary>The fields at which a reaction is wrong; none when it is taken.</summary>
    private IEnumerable<string> Rejected(CaseFile file, ReactionRequest reaction)
    {
        var decision = Decide(file, reaction);
        if (decision is Decision.Reject reject)
        {
            return reject.Errors.Keys;
        }

        Assert.IsType<Decision.Append>(decision);
        return [];
    }
}
