using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Publication;
using RegelLoket.Library.Search;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Library;

/// <summary>What may be published: no personal data, no sentence of the reporter, and nothing that only few share.</summary>
public sealed class PublicationCheckTests
{
    private const string Told = "Wij laten helpenden al jaren zelf insuline spuiten in de avonddienst";

    private static readonly LibraryView Library = ItemCheckTests.View();
    private static readonly CommandContext Context = new(new Actor(ActorRole.Analyst, "Ans"), CaseFiles.ReportedAt);

    /// <summary>A request with one fault.</summary>
    public static TheoryData<string, PublicationRequest> Faults => new()
    {
        { "titel", Right() with { Title = " " } },
        { "titel", Right() with { Title = new string('a', 161) } },
        { "titel", Right() with { Title = "prikken in de wijk" } },
        { "probleem", Right() with { Problem = null } },
        { "probleem", Right() with { Problem = "Bel 06-12345678." } },
        { "probleem", Right() with { Problem = $"Zo ging het. {Told.ToUpperInvariant()}! Dat stopte." } },
        { "watZegtDeRegel", Right() with { RuleSays = "" } },
        { "watMagJe", Right() with { WhatYouMay = new string('a', 5_001) } },
        { "nakijkenVoor", Right() with { ReviewBefore = Context.Today } },
        { "themas", Right() with { Themes = [] } },
        { "toonRegio", Right() with { ShowRegion = true } },
        { "omvang", Right() with { Size = OrganisationSize.Small } },
        { "koploper", Right() with { FrontRunner = "bestaat-niet" } },
        { "koploper", Right() with { FrontRunner = "andere-sheet" } },
        { "koploper", Right() with { FrontRunner = new string('a', 9_000) } },
        { "titel", Right() with { Title = "Spuiten bij Zorghuis Noord" } },
        { "watMagJe", Right() with { WhatYouMay = "Doe het zoals zorghuis noord.", FindingsReviewed = true } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OneFault_IsNamedAtItsField(string field, PublicationRequest input)
    {
        var errors = new FieldErrors();

        Assert.Null(PublicationCheck.Check(Context, Case(), input, Cells(3), Library, CaseFiles.Due, errors));
        Assert.Equal([field], errors.All.Keys);
    }

    [Fact]
    public void Check_RightText_IsTheNextVersionToBeReviewedInAYear()
    {
        var drafted = Drafted(Right() with { FrontRunner = " leren\n" }, Cells(0));

        Assert.Equal((1, CaseFiles.Due, "leren"), (drafted.Version, drafted.ObjectBefore, drafted.FrontRunner));
        Assert.Equal(Context.Today.AddMonths(PublicationCheck.ReviewMonths), drafted.ReviewBefore);
        Assert.Equal(Case().State.Themes, drafted.Themes);
        Assert.Null(drafted.Region);
        Assert.Equal(4, Drafted(Right(), [], CaseFiles.Drafted(3)).Version);
        Assert.Equal(3, Drafted(Right(), [], CaseFiles.Drafted(), new CasePublished(1), CaseFiles.Drafted(2),
            new PublicationDraftDropped(2)).Version);
    }

    [Fact]
    public void Check_ShortSentenceOfTheReporter_IsTooCommonToRefuse() =>
        Assert.NotNull(Drafted(Right() with { Problem = "Dat mag niet. Het wringt." }, []));

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Check_RegionAndSize_AreShownWhenEnoughCasesShareThem(int others, bool may)
    {
        var errors = new FieldErrors();
        var input = Right() with { ShowRegion = true, Size = OrganisationSize.Small };

        var made = PublicationCheck.Check(Context, Case(), input, Cells(others), Library, CaseFiles.Due, errors);

        Assert.Equal(may, made is not null);
        Assert.Equal(may, !errors.Has("toonRegio"));
        Assert.Equal(may ? "Utrecht" : null, (made?.What as PublicationDrafted)?.Region);
    }

    [Fact]
    public void CellsOf_RegionAndSize_CountsEachCombinationWithTheCaseItself()
    {
        CaseCell[] cells =
        [
            .. Cells(2), new(Number(90), Branche.Ouderenzorg, "Utrecht", OrganisationSize.Medium),
            new(Number(91), Branche.Ouderenzorg, "Zeeland", OrganisationSize.Small),
            new(Number(92), Branche.Ggd, "Utrecht", OrganisationSize.Small), new(CaseFiles.Number, Branche.Ouderenzorg, "Utrecht", null),
        ];

        Assert.Equal(
            [(null, null, 5, true), ("Utrecht", null, 4, false), (null, OrganisationSize.Small, 4, false),
                ("Utrecht", OrganisationSize.Small, 3, false)],
            PublicationCheck.CellsOf(Case(), "Utrecht", OrganisationSize.Small, cells)
                .Select(cell => (cell.Region, cell.Size, cell.Cases, cell.IsLargeEnough)));
        Assert.Single(PublicationCheck.CellsOf(Case(), null, null, cells));
    }

    private static PublicationDrafted Drafted(
        PublicationRequest input, IReadOnlyCollection<CaseCell> cells, params CaseChange[] changes) => Assert.IsType<PublicationDrafted>(
        PublicationCheck.Check(Context, Case(changes), input, cells, Library, CaseFiles.Due, new FieldErrors())!.What);

    private static PublicationRequest Right() => new()
    {
        Title = "Spuiten door helpenden",
        Problem = "Een team dacht dat dit niet mocht.",
        RuleSays = "De wet laat het toe in opdracht.",
        WhatYouMay = "Je mag dit doen als je het kunt.",
    };

    /// <summary>Cases of the same branche, region and size.</summary>
    private static CaseCell[] Cells(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new CaseCell(Number(i), Branche.Ouderenzorg, "Utrecht", OrganisationSize.Small))];

    private static CaseNumber Number(int i) => CaseNumber.Parse($"RR-2026-{i:D5}");

    private static CaseFile Case(params CaseChange[] changes) => CaseFiles.Of(
            [CaseFiles.Reported() with { Region = "Utrecht" }, CaseFiles.Outcome(), .. changes]).By(1, Actor.Reporter)
        .WithText(1, TextNames.Organisation, "Zorghuis Noord").WithText(1, TextNames.Title, "Prikken in de wijk")
        .WithText(1, TextNames.Description, $"Dat mag niet. {Told}. Het wringt.");
}
