using FsCheck.Xunit;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

/// <summary>The row of a case in the index: what is written as metadata of a blob is read again, and nothing else is.</summary>
public sealed class CaseRowTests
{
    [Property(MaxTest = 200)]
    public void FromMetadata_RowOfAnyCase_IsThatRowWithoutItsTitle(int[] choices)
    {
        var row = CaseRow.Of(Histories.Of(choices));

        var read = CaseRow.FromMetadata(row.Number, row.ToMetadata())!;

        Assert.Equal(row.ToMetadata(), read.ToMetadata());
        Assert.Equal(
            (row.Status, row.ReportedAt, row.ChangedAt, row.DueOn, row.Handler, row.HandlerId, row.Branche, row.Outcome),
            (read.Status, read.ReportedAt, read.ChangedAt, read.DueOn, read.Handler, read.HandlerId, read.Branche, read.Outcome));
        Assert.Equal(row.Ministries, read.Ministries);
        Assert.Equal(row.Themes, read.Themes);
        Assert.Equal(row.Workflows, read.Workflows);
        Assert.Equal((row.Version, row.Position, row.Head, ""), (read.Version, read.Position, read.Head, read.Title));
    }

    [Property(MaxTest = 200)]
    public void ToMetadata_RowOfAnyCase_IsAsciiWithoutEmptyValues(int[] choices) => Assert.All(
        CaseRow.Of(Histories.Of(choices)).ToMetadata(), entry =>
        {
            Assert.NotEmpty(entry.Value);
            Assert.All(entry.Key + entry.Value, sign => Assert.InRange(sign, '!', '~'));
        });

    [Theory]
    [InlineData("Zoë Ünal-İnan")]
    [InlineData("=?utf-8?q?Ans?=")]
    [InlineData("Ans\r\nBea")]
    public void FromMetadata_HandlerWithAnyName_KeepsTheName(string name)
    {
        var row = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported(), new CaseAssigned { From = null, To = name, ToId = $"id {name}" }));

        var read = CaseRow.FromMetadata(row.Number, row.ToMetadata())!;

        Assert.Equal((name, $"id {name}"), (read.Handler, read.HandlerId));
        Assert.True(read.IsHandledBy(new Actor(ActorRole.Analyst, "Anders", $"id {name}")));
    }

    [Fact]
    public void ToMetadata_TitleOfTheReporter_IsNotInIt()
    {
        var file = CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.Title, "Prikken in de wijk");

        var row = CaseRow.Of(file);

        Assert.Equal("Prikken in de wijk", row.Title);
        Assert.DoesNotContain(row.ToMetadata(), entry => entry.Value.Contains("Prikken", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_LongTitle_KeepsItsBeginning()
    {
        var file = CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.Title, new string('a', 300));

        Assert.Equal(160, CaseRow.Of(file).Title.Length);
    }

    [Fact]
    public void Of_CaseWithoutRequests_HasTheMinistriesOfItsAnalysis()
    {
        var analysed = new ContextAnalysed
        { Source = RuleSource.Amvb, Rules = [], Ministries = [Ministry.Ocw, Ministry.Szw], DueOn = CaseFiles.Due };

        var before = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported(), analysed));
        var asked = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported(), analysed, CaseFiles.Escalated(Ministry.Szw)));

        Assert.Equal([Ministry.Ocw, Ministry.Szw], before.Ministries);
        Assert.Equal([Ministry.Szw], asked.Ministries);
    }

    [Theory]
    [InlineData("status", "onbekend")]
    [InlineData("status", null)]
    [InlineData("branche", "")]
    [InlineData("reported", "gisteren")]
    [InlineData("changed", null)]
    [InlineData("version", "1,5")]
    [InlineData("position", "")]
    [InlineData("workflows", "case.1")]
    [InlineData("workflows", "")]
    public void FromMetadata_BrokenValue_IsNoRow(string name, string? value)
    {
        var metadata = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported())).ToMetadata();
        metadata.Remove(name);
        if (value is not null)
        {
            metadata[name] = value;
        }

        Assert.Null(CaseRow.FromMetadata(CaseFiles.Number, metadata));
    }

    [Fact]
    public void Newest_OfTwoRows_IsTheOneWithMoreEvents()
    {
        var older = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported()));
        var newer = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported(), new NoteAdded()));

        Assert.Same(newer, CaseRow.Newest(older, newer));
        Assert.Same(newer, CaseRow.Newest(newer, older));
        Assert.Same(older, CaseRow.Newest(older, null));
        Assert.Same(older, CaseRow.Newest(null, older));
        Assert.Null(CaseRow.Newest(null, null));
    }
}
