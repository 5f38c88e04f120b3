using RegelLoket.Cases;
using RegelLoket.Intake;

namespace RegelLoket.Tests.Intake;

public sealed class ReportTests
{
    private static ReportRequest Whole(params (string Name, string Text)[] texts) => new()
    {
        Texts = new Dictionary<string, string?>(
            texts.Select(text => KeyValuePair.Create(text.Name, (string?)text.Text)).Concat(new Dictionary<string, string?>
            {
                ["titel"] = "Bbl'er raakt WW kwijt",
                ["omschrijving"] = "We willen een zij-instromer opleiden.",
                ["belemmering"] = "De uitkering stopt zodra zij begint.",
            }).DistinctBy(text => text.Key)),
        Branche = "ouderenzorg",
        Themes = ["leven-lang-ontwikkelen"],
        Reporter = new ReporterRequest { Name = "Ans", Email = "ans@voorbeeld.nl" },
    };

    [Fact]
    public void Parse_WholeReport_IsTaken()
    {
        var report = Report.Parse(Whole(), new FieldErrors());

        Assert.Equal("De uitkering stopt zodra zij begint.", report!.Texts[TextNames.Obstacle]);
        Assert.Equal(Branche.Ouderenzorg, report.Branche);
        Assert.Equal("ans@voorbeeld.nl", report.Reporter!.Email!.Value);
        Assert.DoesNotContain(TextNames.Wish, report.Texts.Keys);
    }

    [Fact]
    public void Parse_NothingFilledIn_NamesEveryRequiredFieldAtOnce() =>
        Assert.Equal(["belemmering", "branche", "omschrijving", "themas", "titel"], FaultsOf(new ReportRequest()));

    [Fact]
    public void Parse_ThemesNotKnown_IsAnEmptyListThatWasSent() =>
        Assert.DoesNotContain("themas", FaultsOf(new ReportRequest { Themes = [] }));

    [Fact]
    public void Parse_EverythingWrong_NamesEveryWrongFieldAtOnce()
    {
        var wrong = Whole(("titel", new string('x', 121)), ("belemmering", " \u0000 "), ("wens", new string('x', 4001))) with
        {
            Branche = "bakkerij",
            Themes = ["geluk"],
            Region = "Mars",
            Reporter = new ReporterRequest { Email = "ans@voorbeeld.nl\r\nBcc: x@y.nl", Telephone = "12" },
        };

        Assert.Equal(["belemmering", "branche", "melder.email", "melder.telefoon", "regio", "themas", "titel", "wens"], FaultsOf(wrong));
    }

    [Fact]
    public void Parse_ControlAndDirectionCharacters_AreTakenOut()
    {
        var report = Report.Parse(Whole(("titel", "A\u0000b\u202Ec\r\nd"), ("belemmering", "een\r\ntwee\u0007 <b>drie</b> e\u0301")),
            new FieldErrors());

        Assert.Equal("Abc d", report!.Texts[TextNames.Title]);
        Assert.Equal("een\ntwee <b>drie</b> é", report.Texts[TextNames.Obstacle]);
    }

    [Fact]
    public void Parse_EmptyReporter_IsAnonymous() =>
        Assert.Null(Report.Parse(Whole() with { Reporter = new ReporterRequest { Name = " ", Email = "" } }, new FieldErrors())!.Reporter);

    private static IEnumerable<string> FaultsOf(ReportRequest request)
    {
        var errors = new FieldErrors();
        Assert.Null(Report.Parse(request, errors));
        return errors.All.Keys.Order();
    }
}
