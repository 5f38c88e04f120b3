using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Library;

/// <summary>What a coordinator may write for the library; every wrong field is named at once.</summary>
public sealed class ItemCheckTests
{
    private static readonly DateTimeOffset Now = CaseFiles.ReportedAt;
    private static readonly DateOnly Today = WorkingDays.DayOf(Now);

    /// <summary>A factsheet with one fault.</summary>
    public static TheoryData<string, FactsheetRequest> WrongSheets => new()
    {
        { "titel", Sheet() with { Title = null } },
        { "titel", Sheet() with { Title = new string('a', 161) } },
        { "probleem", Sheet() with { Problem = "" } },
        { "watZegtDeRegel", Sheet() with { RuleSays = " " } },
        { "watMagJe", Sheet() with { WhatYouMay = "Mail naar jan@voorbeeld.nl." } },
        { "controleerZelf", Sheet() with { CheckYourself = "Bel 06-12345678." } },
        { "themas", Sheet() with { Themes = [] } },
        { "uitkomst", Sheet() with { Outcome = null } },
        { "uitkomst", Sheet() with { Outcome = OutcomeKind.Ingetrokken } },
        { "uitvoerder", Sheet() with { ExecutiveBody = new string('a', 501) } },
        { "uitvoerder", Sheet() with { ExecutiveBody = "UWV, bel 06-12345678" } },
        { "nakijkenVoor", Sheet() with { ReviewBefore = Today } },
        { "casussen", Sheet() with { Cases = ["RR-2026-00001"] } },
        { "koplopers", Sheet() with { FrontRunners = ["andere-sheet"] } },
        { "regels", Sheet() with { Rules = [.. Enumerable.Repeat(new PublicRuleRequest { CitationTitle = "Wet" }, 21)] } },
        { "regels[0].citeertitel", Sheet() with { Rules = [new() { BwbId = "BWBR0004045" }] } },
        { "regels[0].bwbId", Sheet() with { Rules = [new() { CitationTitle = "Wet", BwbId = "BWBR45" }] } },
        { "regels[0].bwbId", Sheet() with { Rules = [new() { CitationTitle = "Wet", BwbId = "BWBX0004045" }] } },
        { "regels[0].gecontroleerdOp", Sheet() with { Rules = [new() { CitationTitle = "Wet", CheckedOn = Today.AddDays(1) }] } },
        { "regels[0].gecontroleerdOp", Sheet() with { Rules = [new() { CitationTitle = "Wet", CheckedOn = DateOnly.MinValue }] } },
    };

    [Theory]
    [MemberData(nameof(WrongSheets))]
    public void Factsheet_OneFault_IsNamedAtItsField(string field, FactsheetRequest input)
    {
        var errors = new FieldErrors();

        Assert.Null(ItemCheck.Factsheet("nieuw", input, null, View(), Now, errors));
        Assert.Equal([field], errors.All.Keys);
    }

    [Fact]
    public void Factsheet_RightFields_IsMadeOfThem()
    {
        var made = ItemCheck.Factsheet("nieuw", Sheet() with
        {
            Title = "Mag\ndit?",
            Rules =
            [
                new() { CitationTitle = "Wet", BwbId = " ", Article = "" }, new() { CitationTitle = "Verdrag", BwbId = "BWBV0001000" },
            ],
            FrontRunners = [" leren ", "leren", ""],
            Ministries = [Ministry.Szw, Ministry.Szw],
        }, null, View(), Now, new())!;

        Assert.Equal(("Mag dit?", Now, Now), (made.Title, made.PublishedAt, made.ModifiedAt));
        Assert.Equal(Today.AddMonths(12), made.ReviewBefore);
        Assert.Equal([(null, null), ("BWBV0001000", (string?)null)], made.Rules.Select(rule => (rule.BwbId, rule.Article)));
        Assert.Equal(["leren"], made.FrontRunners);
        Assert.Equal([Ministry.Szw], made.Ministries);
    }

    [Fact]
    public void Factsheet_OfOneThatStands_KeepsTheDayOfItsFirstPublication()
    {
        var before = ItemCheck.Factsheet("nieuw", Sheet(), null, View(), Now.AddDays(-9), new());

        var made = ItemCheck.Factsheet("nieuw", Sheet(), before, View(), Now, new())!;

        Assert.Equal((Now.AddDays(-9), Now), (made.PublishedAt, made.ModifiedAt));
    }

    [Fact]
    public void Factsheet_NameThatWasReviewed_Passes()
    {
        var named = Sheet() with { Problem = "Mevrouw Jansen uit Utrecht weet het niet." };

        Assert.Null(ItemCheck.Factsheet("nieuw", named, null, View(), Now, new()));
        Assert.NotNull(ItemCheck.Factsheet("nieuw", named with { FindingsReviewed = true }, null, View(), Now, new()));
    }

    /// <summary>A front-runner with one fault.</summary>
    public static TheoryData<string, FrontRunnerRequest> WrongRunners => new()
    {
        { "titel", Runner() with { Title = "" } },
        { "maand", Runner() with { Month = "september 2026" } },
        { "maand", Runner() with { Month = "2026-13" } },
        { "maand", Runner() with { Month = null } },
        { "inHetKort", Runner() with { Summary = null } },
        { "hoeWerktHet", Runner() with { HowItWorks = "Mail naar jan@voorbeeld.nl." } },
        { "watLevertHetOp", Runner() with { WhatItYields = new string('a', 5_001) } },
        { "waaromKoploper", Runner() with { WhyFrontRunner = "" } },
        { "partners", Runner() with { Partners = [" "] } },
        { "partners", Runner() with { Partners = [.. Enumerable.Repeat("Een roc", 51)] } },
        { "partners", Runner() with { Partners = ["Een roc", "jan@voorbeeld.nl"] } },
        { "beschrevenIn", Runner() with { Source = "Bel 06-12345678" } },
        { "gerelateerd", Runner() with { Related = ["bestaat-niet"] } },
        { "themas", Runner() with { Themes = null } },
    };

    [Theory]
    [MemberData(nameof(WrongRunners))]
    public void FrontRunner_OneFault_IsNamedAtItsField(string field, FrontRunnerRequest input)
    {
        var errors = new FieldErrors();

        Assert.Null(ItemCheck.FrontRunner("nieuw", input, null, View(), Now, errors));
        Assert.Equal([field], errors.All.Keys);
    }

    [Fact]
    public void FrontRunner_RightFields_IsMadeOfThem()
    {
        var input = Runner() with { Partners = ["Een roc", " "], Related = ["leren"] };

        var made = ItemCheck.FrontRunner("nieuw", input, null, View(), Now, new())!;

        Assert.Equal(["Een roc"], made.Partners);
        Assert.Equal(["leren"], made.Related);
        Assert.Equal("2026-09", made.Month);
    }

    internal static LibraryView View() => new(
        [
            ItemCheck.FrontRunner("leren", Runner(), null, LibraryView.Empty, Now, new())!,
            ItemCheck.Factsheet("andere-sheet", Sheet(), null, LibraryView.Empty, Now, new())!,
        ], System.Collections.Frozen.FrozenDictionary<string, WithdrawnItem>.Empty, new Dictionary<string, SharedBy>());

    private static FactsheetRequest Sheet() => new()
    {
        Title = "Mag dit?",
        Problem = "Iemand weet niet of het mag.",
        RuleSays = "De regel laat het toe.",
        WhatYouMay = "Dit mag gewoon.",
        Outcome = OutcomeKind.HetKanAl,
        Themes = [Theme.WerkenNaarTalent],
    };

    private static FrontRunnerRequest Runner() => new()
    {
        Title = "Leren op de werkvloer",
        Month = "2026-09",
        Summary = "Collega's leren van elkaar.",
        HowItWorks = "Iedere week een uur.",
        WhatItYields = "Meer plezier in het werk.",
        WhyFrontRunner = "Anderen namen het over.",
        Partners = ["Een roc"],
        Themes = [Theme.WerkenNaarTalent],
    };
}
