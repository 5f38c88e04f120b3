using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class CitizenServiceNumbersTests
{
    [Theory]
    [InlineData("123456782")]
    [InlineData("12345\u200B6782")]
    [InlineData("12345\u00AD6782")]
    [InlineData("１２３４５６７８２")]
    public void In_ANumberThatAReaderSees_IsFound(string number) => Assert.True(CitizenServiceNumbers.In($"Het gaat om {number}."));

    [Fact]
    public void In_ATextWithoutOne_FindsNone() => Assert.False(CitizenServiceNumbers.In("Het gaat om 123456789 euro."));

    [Theory]
    [InlineData("titel", "12345\uFEFF6782")]
    [InlineData("titel", "123\n456\n782")]
    [InlineData("wens", "12345\u202A6782")]
    public void Refuse_WhatWouldBeStored_IsTheCleanText(string field, string typed)
    {
        var errors = new FieldErrors();
        var request = new ReportRequest { Texts = { [field] = typed } };

        CitizenServiceNumbers.Refuse(Report.StoredTexts(request), errors);

        Assert.Equal(CitizenServiceNumbers.Refusal, Assert.Single(errors.All, error => error.Key == field).Value);
    }

    [Fact]
    public void StoredTexts_OfALongTextOfSpaces_AreShort() => Assert.All(
        Report.StoredTexts(new ReportRequest { Texts = { ["wens"] = "x" + new string(' ', 60_000) } }),
        text => Assert.True(text.Value!.Length <= 1));

    [Fact]
    public void Refuse_TheNameOfTheReporter_IsReadToo()
    {
        var errors = new FieldErrors();
        var request = new ReportRequest { Reporter = new ReporterRequest { Name = "Ans 123456782" } };

        CitizenServiceNumbers.Refuse(Report.StoredTexts(request), errors);

        Assert.True(errors.Has("melder.naam"));
    }
}
