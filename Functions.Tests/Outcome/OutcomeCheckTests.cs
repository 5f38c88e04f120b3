using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Outcome;
using RegelLoket.Web;

namespace RegelLoket.Tests.Outcome;

public sealed class OutcomeCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly CommandContext Context =
        new(new Actor(ActorRole.Analyst, "Ans Analist"), WorkingDays.MomentOf(Today, new TimeOnly(12, 0)));

    public static TheoryData<OutcomeKind> Choices => [.. OutcomeTemplate.Choices];

    internal static OutcomeRequest HetKanAl() => new()
    {
        Outcome = OutcomeKind.HetKanAl,
        ReporterText = "Een helpende mag insuline prikken als zij dat kan.",
        Reason = "De wet vraagt bekwaamheid, geen diploma.",
        Rule = new OutcomeRuleRequest
        {
            CitationTitle = "Wet BIG",
            BwbId = "BWBR0006251",
            Article = "35",
            CheckedOn = new DateOnly(2026, 11, 2)
        },
        RuleSays = "Wie bekwaam is, mag dit in opdracht doen.",
        WhatYouMay = "Laat de helpende scholen en toetsen.",
        ConfirmedBy = "Ministerie van VWS",
        ConfirmedOn = new DateOnly(2026, 11, 20),
    };

    [Fact]
    public void Check_HetKanAlWithEveryPart_MakesTheEventWithItsTexts()
    {
        var errors = new FieldErrors();

        var e = OutcomeCheck.Check(Context, HetKanAl(), new DateOnly(2026, 12, 7), errors);

        Assert.False(errors.Any);
        var outcome = Assert.IsType<OutcomeDetermined>(e!.What);
        Assert.Equal(new RuleReference("BWBR0006251", "Wet BIG", "35", new DateOnly(2026, 11, 2)), outcome.Rule);
        Assert.Equal(
            [TextNames.ConfirmedBy, TextNames.Reason, TextNames.ReporterText, TextNames.RuleSays, TextNames.WhatYouMay],
            e.Texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Check_HetKanAlWithoutItsParts_NamesEveryOneAtOnce()
    {
        var errors = new FieldErrors();

        var e = OutcomeCheck.Check(Context, new OutcomeRequest { Outcome = OutcomeKind.HetKanAl }, Today, errors);

        Assert.Null(e);
        Assert.Equal(
            ["bevestigdDoor", "bevestigdOp", "reden", "regel.citeertitel", "tekstVoorMelder", "watMagJe", "watZegtDeRegel"],
            errors.All.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Check_WithoutReason_IsRefusedForEveryOutcome(OutcomeKind kind)
    {
        var errors = new FieldErrors();

        OutcomeCheck.Check(Context, HetKanAl() with { Outcome = kind, Reason = " \r\n " }, Today, errors);

        Assert.Contains("reden", errors.All.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(OutcomeKind.Ingetrokken)]
    public void Check_NoOutcomeOrOneThatIsTheReporters_IsRefused(OutcomeKind? kind)
    {
        var errors = new FieldErrors();

        Assert.Null(OutcomeCheck.Check(Context, HetKanAl() with { Outcome = kind }, Today, errors));
        Assert.Contains("uitkomst", errors.All.Keys);
    }

    [Fact]
    public void Check_ChangedRegulationWithoutSource_AsksWhereItWasPublished()
    {
        var errors = new FieldErrors();

        OutcomeCheck.Check(Context, HetKanAl() with { Outcome = OutcomeKind.RegelingAmvbAangepast }, Today, errors);

        Assert.Equal(["geldtVanaf", "gepubliceerdIn", "wasZo", "wordtZo"], errors.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Check_PartsOfAnotherOutcome_AreInNoLetter()
    {
        var errors = new FieldErrors();
        var input = HetKanAl() with
        {
            RuleBefore = "Dit kon niet.",
            RuleAfter = "Nu wel.",
            PublishedIn = "Stcrt. 2026, 1",
            HoldsFrom = Today,
            HoldsUntil = Today.AddDays(1),
            ReferredTo = "De gemeente"
        };

        var e = OutcomeCheck.Check(Context, input, Today, errors);

        Assert.Equal([TextNames.ConfirmedBy, TextNames.Reason, TextNames.ReporterText, TextNames.RuleSays, TextNames.WhatYouMay],
            e!.Texts.Keys.Order(StringComparer.Ordinal));
        Assert.True(e.What is OutcomeDetermined { PublishedIn: null, HoldsFrom: null, HoldsUntil: null, ConfirmedOn: not null });
        Assert.Equal(["Om welke regel gaat het?", "Wat zegt de regel echt?", "Wat mag je doen?", "Wie heeft dit bevestigd?"],
            OutcomeLetter.Preview(input, Today)!.Parts.Select(part => part.Heading));
    }

    [Fact]
    public void Check_ConfirmedInTheFuture_IsRefused()
    {
        var errors = new FieldErrors();

        OutcomeCheck.Check(Context, HetKanAl() with { ConfirmedOn = Today.AddDays(1) }, Today, errors);

        Assert.Equal(["bevestigdOp"], errors.All.Keys);
    }

    /// <summary>The fields that each part of an outcome asks for, written out apart from the code.</summary>
    private static readonly Dictionary<OutcomeParts, string[]> FieldsOf = new()
    {
        [OutcomeParts.Rule] = ["regel.citeertitel"],
        [OutcomeParts.RuleSays] = ["watZegtDeRegel"],
        [OutcomeParts.WhatYouMay] = ["watMagJe"],
        [OutcomeParts.Confirmation] = ["bevestigdDoor", "bevestigdOp"],
        [OutcomeParts.Change] = ["wasZo", "wordtZo", "gepubliceerdIn", "geldtVanaf"],
        [OutcomeParts.ReferredTo] = ["verwezenNaar"],
        [OutcomeParts.Term] = ["geldtTot"],
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Check_OnlyTheTwoTexts_NamesTheFieldsThatTheOutcomeRequires(OutcomeKind kind)
    {
        var input = new OutcomeRequest { Outcome = kind, ReporterText = "Tekst", Reason = "Reden" };

        var required = FieldsOf.Where(part => OutcomeTemplate.Of(kind).Requires(part.Key)).SelectMany(part => part.Value);

        Assert.Equal(required.Order(StringComparer.Ordinal), ErrorsOf(input));
    }

    [Fact]
    public void Check_TermThatEndsBeforeItBegins_IsRefused()
    {
        var exemption = HetKanAl() with { Outcome = OutcomeKind.OntheffingExperiment, HoldsUntil = Today };

        Assert.Empty(ErrorsOf(exemption));
        Assert.Equal(["geldtTot"], ErrorsOf(exemption with { HoldsUntil = Today.AddDays(-1) }));
        Assert.Equal(["geldtTot"], ErrorsOf(exemption with { HoldsFrom = Today.AddDays(1) }));
        Assert.Empty(ErrorsOf(exemption with { HoldsFrom = Today.AddDays(-9), HoldsUntil = Today.AddDays(-9) }));
    }

    [Theory]
    [InlineData("BWBR0006251", true)]
    [InlineData(null, true)]
    [InlineData("BWB", false)]
    [InlineData("bwbr0006251", false)]
    [InlineData("BWBR0006251/../x", false)]
    public void Check_IdOfARule_HasTheShapeOfTheSource(string? id, bool isTaken) => Assert.Equal(
        isTaken ? Array.Empty<string>() : ["regel.bwbId"],
        ErrorsOf(HetKanAl() with { Rule = new OutcomeRuleRequest { CitationTitle = "Wet BIG", BwbId = id } }));

    [Fact]
    public void Check_RuleThatIsOffered_IsLeftOutWholeOrNeedsItsTitle()
    {
        var own = HetKanAl() with { Outcome = OutcomeKind.EigenRegelOrganisatie };

        Assert.Empty(ErrorsOf(own with { Rule = null }));
        Assert.Equal(["regel.citeertitel"], ErrorsOf(own with { Rule = new OutcomeRuleRequest { Article = "35" } }));
        Assert.Equal(["regel.gecontroleerdOp"], ErrorsOf(own with { Rule = own.Rule! with { CheckedOn = Today.AddDays(1) } }));
    }

    [Fact]
    public void Check_RuleWithoutADay_WasCheckedByNobody()
    {
        var input = HetKanAl() with { Rule = HetKanAl().Rule! with { CheckedOn = null } };

        var e = OutcomeCheck.Check(Context, input, Today, new FieldErrors());

        Assert.Null(Assert.IsType<OutcomeDetermined>(e!.What).Rule!.CheckedOn);
        Assert.EndsWith("Nog niet nagekeken.", OutcomeLetter.Preview(input, Today)!.Parts[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheTickOrADayOrNothing_IsTodayThatDayOrNoDay()
    {
        Assert.Equal(Today, CheckedOn(new FormState().With(OutcomeFormFields.CheckedToday, "ja")));
        Assert.Equal(new DateOnly(2026, 5, 1), CheckedOn(new FormState().With("regel.gecontroleerdOp", "2026-05-01")));
        Assert.Null(CheckedOn(new FormState()));

        static DateOnly? CheckedOn(FormState form) => OutcomeFormFields.Read(form, Today).Rule!.CheckedOn;
    }

    /// <summary>A day that somebody typed in another way is never left out in silence.</summary>
    [Fact]
    public void Check_DaysThatCannotBeRead_AreNamedEach()
    {
        var typed = new FormState().With("regel.gecontroleerdOp", "1-5-2026").With("bevestigdOp", "gisteren").With("geldtTot", "straks");
        var read = OutcomeFormFields.Read(typed, Today);

        Assert.Equal(["bevestigdOp", "geldtTot", "regel.gecontroleerdOp"], ErrorsOf(HetKanAl() with
        {
            Outcome = OutcomeKind.OntheffingExperiment,
            Rule = HetKanAl().Rule! with { CheckedOn = read.Rule!.CheckedOn },
            ConfirmedOn = read.ConfirmedOn,
            HoldsUntil = read.HoldsUntil,
        }).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Check_TextsThatAreTooLong_AreNamedEach() => Assert.Equal(
        ["bevestigdDoor", "reden", "tekstVoorMelder"],
        ErrorsOf(HetKanAl() with
        {
            ReporterText = new string('a', 5001),
            Reason = new string('a', 5001),
            ConfirmedBy = new string('a', 301)
        }));

    private static IEnumerable<string> ErrorsOf(OutcomeRequest input)
    {
        var errors = new FieldErrors();
        Assert.Equal(OutcomeCheck.Check(Context, input, Today, errors) is null, errors.Any);
        return errors.All.Keys.Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Template_EveryOutcome_SaysWhatItIsAndWhatComesNextInPlainDutch(OutcomeKind kind)
    {
        var template = OutcomeTemplate.Of(kind);

        Assert.All(
            $"{template.Opening} {template.NextStep}".Split('.', '?', '!'),
            sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 25));
    }

    [Fact]
    public void Choices_TheMainOutcomeComesFirst() => Assert.Equal(OutcomeKind.HetKanAl, OutcomeTemplate.Choices[0]);

    [Fact]
    public void Preview_HetKanAl_ReadsAsTheReporterWillReadIt()
    {
        var letter = OutcomeLetter.Preview(HetKanAl(), new DateOnly(2026, 12, 7))!;

        Assert.Equal("Een helpende mag insuline prikken als zij dat kan.", letter.Text);
        Assert.Equal(
            ["Om welke regel gaat het?", "Wat zegt de regel echt?", "Wat mag je doen?", "Wie heeft dit bevestigd?"],
            letter.Parts.Select(part => part.Heading));
        Assert.Equal("Wet BIG, artikel 35. Nagekeken op 2 november 2026.", letter.Parts[0].Text);
        Assert.Equal("Ministerie van VWS, op 20 november 2026.", letter.Parts[^1].Text);
    }
}
