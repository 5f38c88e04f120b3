using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Protection;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Intake;

/// <summary>A reporter is shown where personal data seems to stand, with enough words around it to find it.</summary>
public sealed class FieldFindingTests
{
    [Fact]
    public void In_Draft_NamesThePageTheFieldAndTheWordsAround()
    {
        var draft = Of(
            "belemmering",
            "Wij lopen al maanden vast op deze regel. Bel mij op 06-12345678 als je er meer van wilt weten, liefst na vijf uur.");

        var finding = Assert.Single(FieldFinding.In(draft), found => found.Kind == PersonalDataKind.Telefoon);

        Assert.Equal((FormStep.Obstacle, "belemmering", "06-12345678"), (finding.Step, finding.Field, finding.Found));
        Assert.StartsWith("…", finding.Before, StringComparison.Ordinal);
        Assert.EndsWith("Bel mij op ", finding.Before, StringComparison.Ordinal);
        Assert.Equal((41, 41), (finding.Before.Length, finding.After.Length));
        Assert.False(finding.IsRefused);
    }

    [Fact]
    public void In_ShortText_NeedsNoEllipsis()
    {
        var finding = Assert.Single(FieldFinding.In(Of("belemmering", "Bel 06-12345678.")));

        Assert.Equal(("Bel ", "."), (finding.Before, finding.After));
    }

    [Fact]
    public void In_CitizenServiceNumber_MustGo() =>
        Assert.True(Assert.Single(FieldFinding.In(Of("belemmering", "Haar bsn is 111222333."))).IsRefused);

    [Fact]
    public void In_OnePage_IsWhatStandsThere()
    {
        var draft = Of("belemmering", "Bel 06-12345678.");

        Assert.Single(FieldFinding.In(draft, FormStep.Obstacle));
        Assert.Empty(FieldFinding.In(draft, FormStep.Wish));
        Assert.Empty(FieldFinding.In(Of("belemmering", "Niets bijzonders.")));
    }

    private static Draft Of(string field, string text) => new()
    {
        StartedAt = DateTimeOffset.UnixEpoch,
        KeptUntil = DateTimeOffset.UnixEpoch,
        ReportKey = "key",
        Answers = new Dictionary<string, string[]> { [field] = [text] },
    };
}
