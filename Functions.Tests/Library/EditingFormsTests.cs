using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Library;

/// <summary>A form that is opened and sent back unchanged changes nothing.</summary>
public sealed class EditingFormsTests
{
    private static readonly DateTimeOffset Now = CaseFiles.ReportedAt;

    [Fact]
    public void FieldOf_AnErrorOfAResult_IsTheFieldOfItsKind()
    {
        var form = new FormState().With("verzuim-cijfer", "veel").With("besparing-cijfer", "€ 40.000.000");

        Assert.Equal("besparing-bronvermelding", YieldForms.FieldOf(form, "opbrengsten[1].bronvermelding"));
        Assert.Equal("titel", YieldForms.FieldOf(form, "titel"));
        Assert.Equal([null, 40_000_000m], YieldForms.Read(form).Select(found => found.Value));
    }

    [Fact]
    public void Factsheet_FormOfAnItem_MakesThatItemAgain()
    {
        var item = new Factsheet
        {
            Id = "mag-dit",
            Title = "Mag dit?",
            Problem = "Iemand weet niet\nof het mag.",
            RuleSays = "De regel laat het toe.",
            WhatYouMay = "Dit mag gewoon.",
            Outcome = OutcomeKind.Uitvoeringspraktijk,
            Themes = [Theme.WerkenNaarTalent, Theme.GezondWerken],
            Branches = [Branche.Thuiszorg],
            Ministries = [Ministry.Szw],
            ExecutiveBody = "UWV",
            CheckYourself = "Het bedrag van dit jaar.",
            Rules =
            [
                new() { CitationTitle = "Wet", BwbId = "BWBR0004045", Article = "35", CheckedOn = new(2026, 5, 1) },
                new() { CitationTitle = "Cao" },
            ],
            ReviewBefore = CaseFiles.Due.AddYears(1),
            PublishedAt = Now,
            ModifiedAt = Now,
        };

        var request = EditingForms.Factsheet(EditingForms.Pack(EditingForms.Of(item, version: 3)));
        var errors = new FieldErrors();
        var again = ItemCheck.Factsheet(item.Id, request, item, LibraryView.Empty, Now, errors);

        Assert.Empty(errors.All);
        Assert.Equal(3, request.Version);
        Assert.Equal(item.Rules, again!.Rules);
        Assert.Equal(item.Themes, again.Themes);
        Assert.Equal(
            (item.Title, item.Problem, item.RuleSays, item.WhatYouMay),
            (again.Title, again.Problem, again.RuleSays, again.WhatYouMay));
        Assert.Equal((item.Outcome, item.ExecutiveBody, item.CheckYourself, item.ReviewBefore),
            (again.Outcome, again.ExecutiveBody, again.CheckYourself, again.ReviewBefore));
    }

    [Fact]
    public void FrontRunner_FormOfAnItem_MakesThatItemAgain()
    {
        var item = new FrontRunner
        {
            Id = "leren",
            Title = "Leren",
            Month = "2026-09",
            Summary = "Kort.",
            HowItWorks = "Zo.",
            WhatItYields = "Dit.",
            WhyFrontRunner = "Daarom.",
            Partners = ["Een roc", "Een zorggroep"],
            Source = "Jaarverslag",
            Yields =
            [
                new() { Kind = YieldKind.SickLeave, Value = -1.25m, Unit = YieldUnit.PercentagePoint, Period = "2024", Source = "A" },
                new() { Kind = YieldKind.Saving, Value = 40_000_000, Unit = YieldUnit.Euro, Source = "B", IsEstimate = true, Remark = "C" },
            ],
            Themes = [Theme.GezondWerken],
            PublishedAt = Now,
            ModifiedAt = Now,
        };

        var again = ItemCheck.FrontRunner(
            item.Id, EditingForms.FrontRunner(EditingForms.Of(item, 1)), item, LibraryView.Empty, Now, new())!;

        Assert.Equal(item.Partners, again.Partners);
        Assert.Equal(item.Yields, again.Yields);
        Assert.Equal((item.Title, item.Month, item.Summary, item.HowItWorks, item.WhatItYields, item.WhyFrontRunner, item.Source),
            (again.Title, again.Month, again.Summary, again.HowItWorks, again.WhatItYields, again.WhyFrontRunner, again.Source));
    }

    [Fact]
    public void Factsheet_SlugsThatAreNone_AreLeftOut()
    {
        var request = EditingForms.Factsheet(new FormState().With("themas", "onzin", "gezond-werken").With("uitkomst", "onzin")
            .With("versie", "x").With("nakijkenVoor", "morgen").With("casussen", " rr-2026-00001 \n\n"));

        Assert.Equal([Theme.GezondWerken], request.Themes);
        Assert.Null(request.Outcome);
        Assert.Null(request.Version);
        Assert.Equal(DateOnly.MinValue, request.ReviewBefore);
        Assert.Equal(["rr-2026-00001"], request.Cases);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 6)]
    [InlineData(19, 20)]
    public void RuleLines_OfAForm_LeaveRoomForTwoMore(int filled, int expected) => Assert.Equal(
        expected, EditingForms.RuleLines(filled < 0 ? new() : new FormState().With($"regels[{filled}].citeertitel", "Wet")));

    [Fact]
    public void Pack_OpenLinesInBetween_MovesTheOthersUp()
    {
        var form = EditingForms.Pack(new FormState().With("regels[1].citeertitel", "Wet A").With("regels[4].bwbId", "BWBR0004045")
            .With("regels[4].gecontroleerdOp", "2026-05-01"));

        var rules = EditingForms.Factsheet(form).Rules!;
        Assert.Equal([("Wet A", ""), ("", "BWBR0004045")], rules.Select(rule => (rule.CitationTitle, rule.BwbId)));
        Assert.Equal(new DateOnly(2026, 5, 1), rules[1].CheckedOn);
        Assert.Equal(4, EditingForms.RuleLines(form));
    }

    [Fact]
    public void Of_ItemWithAnotherForm_KeepsWhatWasTypedThereWithItsErrors()
    {
        var item = new FrontRunner
        {
            Id = "x",
            Title = "X",
            Month = "2026-09",
            Summary = "",
            HowItWorks = "",
            WhatItYields = "",
            WhyFrontRunner = "",
            PublishedAt = Now,
            ModifiedAt = Now,
        };
        var posted = new FormState().With("geldigTot", "2020-01-01").With("regelsNagekeken", "ja").With("titel", "van elders");
        posted.Refuse("geldigTot", "Kies een dag die nog moet komen.");

        var form = EditingForms.Of(item, 2, posted);

        Assert.Equal(("X", "2", "2020-01-01"), (form.Value("titel"), form.Value("versie"), form.Value("geldigTot")));
        Assert.Equal("Kies een dag die nog moet komen.", form.Error("geldigTot"));
        Assert.True(EditingForms.Review(form) is { RulesChecked: true, ReviewBefore.Year: 2020 });
    }
}
