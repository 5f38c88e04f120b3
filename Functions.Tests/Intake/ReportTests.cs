using RegelLoket.Cases;
using RegelLoket.Intake;

namespace RegelLoket.Tests.Intake;

public sealed class ReportTests
{
    private static readonly ReportRequest Whole = new()
    {
        Title = "Bbl'er raakt WW kwijt",
        Description = "We willen een zij-instromer opleiden.",
        Obstacle = "De uitkering stopt zodra zij begint.",
        Branche = "ouderenzorg",
        Themes = ["leven-lang-ontwikkelen"],
        Reporter = new ReporterRequest { Name = "Ans", Email = "ans@voorbeeld.nl" },
    };

    [Fact]
    public void TryParse_WholeReport_IsTaken()
    {
        Assert.True(Report.TryParse(Whole, out var report, out _));
        Assert.Equal("De uitkering stopt zodra zij begint.", report.Texts[TextNames.Obstacle]);
        Assert.Equal(Branche.Ouderenzorg, report.Branche);
        Assert.Equal("ans@voorbeeld.nl", report.Reporter!.Email!.Value);
        Assert.DoesNotContain(TextNames.Wish, report.Texts.Keys);
    }

    [Fact]
    public void TryParse_NothingFilledIn_NamesEveryRequiredFieldAtOnce()
    {
        Assert.False(Report.TryParse(new ReportRequest(), out _, out var errors));
        Assert.Equal(["belemmering", "branche", "omschrijving", "themas", "titel"], errors.Keys.Order());
    }

    [Fact]
    public void TryParse_EverythingWrong_NamesEveryWrongFieldAtOnce()
    {
        var wrong = Whole with
        {
            Title = new string('x', 121),
            Obstacle = " \u0000 ",
            Wish = new string('x', 4001),
            Branche = "bakkerij",
            Themes = ["geluk"],
            Region = "Mars",
            Reporter = new ReporterRequest { Email = "ans@voorbeeld.nl\r\nBcc: x@y.nl", Telephone = "12" },
        };

        Assert.False(Report.TryParse(wrong, out _, out var errors));
        Assert.Equal(["belemmering", "branche", "melder.email", "melder.telefoon", "regio", "themas", "titel", "wens"],
            errors.Keys.Order());
    }

    [Fact]
    public void TryParse_ControlAndDirectionCharacters_AreTakenOut()
    {
        Assert.True(Report.TryParse(Whole with { Title = "A\u0000b\u202Ec\r\nd", Obstacle = "een\r\ntwee\u0007 <b>drie</b> e\u0301" },
            out var report, out _));
        Assert.Equal("Abc d", report.Texts[TextNames.Title]);
        Assert.Equal("een\ntwee <b>drie</b> é", report.Texts[TextNames.Obstacle]);
    }

    [Fact]
    public void TryParse_EmptyReporter_IsAnonymous()
    {
        Assert.True(Report.TryParse(Whole with { Reporter = new ReporterRequest { Name = " ", Email = "" } }, out var report, out _));
        Assert.Null(report.Reporter);
    }
}
