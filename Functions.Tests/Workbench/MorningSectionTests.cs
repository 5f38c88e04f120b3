using RegelLoket.Cases;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;
using RegelLoket.Workbench.Digest;

namespace RegelLoket.Tests.Workbench;

/// <summary>The kinds of lines in the mail of a morning, each with its number in words.</summary>
public sealed class MorningSectionTests
{
    private static readonly CaseEntry Case = CaseEntry.Of(CaseFiles.Of(CaseFiles.Reported()));

    [Theory]
    [InlineData(new[] { Ministry.Vws }, "1 ministerie zwijgt")]
    [InlineData(new[] { Ministry.Vws, Ministry.Ocw, Ministry.Szw }, "3 ministeries zwijgen")]
    [InlineData(new[] { Ministry.Vws, Ministry.Vws }, "1 ministerie zwijgt op 2 vragen")]
    [InlineData(new[] { Ministry.Vws, Ministry.Ocw, Ministry.Vws }, "2 ministeries zwijgen op 3 vragen")]
    public void Count_OfSilentMinistries_CountsEachMinistryOnce(Ministry[] ministries, string count) => Assert.Equal(
        count, Assert.Single(MorningSection.AllOf(
            [.. ministries.Select(ministry => LineOf(QueueSignal.SilentMinistry) with { Ministry = ministry })])).Count);

    [Theory]
    [InlineData(QueueSignal.LostMail, 1, "1 mail kwam niet goed aan")]
    [InlineData(QueueSignal.LostMail, 2, "2 mails kwamen niet goed aan")]
    [InlineData(QueueSignal.Late, 1, "1 zaak wacht op een stap")]
    [InlineData(QueueSignal.Late, 2, "2 zaken wachten op een stap")]
    [InlineData(QueueSignal.ToShare, 1, "1 oplossing is nog niet gedeeld")]
    [InlineData(QueueSignal.ToShare, 3, "3 oplossingen zijn nog niet gedeeld")]
    public void Count_OfLines_AgreesWithTheirNumber(QueueSignal signal, int lines, string count) => Assert.Equal(
        count, Assert.Single(MorningSection.AllOf([.. Enumerable.Repeat(LineOf(signal), lines)])).Count);

    [Fact]
    public void AllOf_LinesOfEachKind_BeginsWithTheMinistries() => Assert.Equal(
        [QueueSignal.SilentMinistry, QueueSignal.LostMail, QueueSignal.Late],
        MorningSection.AllOf([LineOf(QueueSignal.Late), LineOf(QueueSignal.LostMail), LineOf(QueueSignal.SilentMinistry)])
            .Select(section => section.Signal));

    [Theory]
    [InlineData(25, 25, 0)]
    [InlineData(30, 25, 5)]
    public void Hidden_OfManyLines_IsTheRest(int lines, int shown, int hidden)
    {
        var section = Assert.Single(MorningSection.AllOf([.. Enumerable.Repeat(LineOf(QueueSignal.Late), lines)]));

        Assert.Equal((shown, hidden), (section.Shown.Count(), section.Hidden));
    }

    private static MorningLine LineOf(QueueSignal signal) => new(signal, Case, CaseFiles.Due, CaseFiles.Due);
}
