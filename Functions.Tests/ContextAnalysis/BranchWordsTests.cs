using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class BranchWordsTests
{
    private static readonly BranchWords Words = new();

    [Theory]
    [InlineData("In ons verpleeghuis mogen helpenden niet prikken bij bewoners.", Branche.Ouderenzorg)]
    [InlineData("De ambulanceverpleegkundige mag dit niet van de meldkamer.", Branche.Ambulancezorg)]
    [InlineData("Onze wijkverpleegkundigen in de thuiszorg lopen hierop vast.", Branche.Thuiszorg)]
    [InlineData("De kraamverzorgende wacht na de bevalling.", Branche.Kraamzorg)]
    public void Suggest_PlacesAndProfessions_PointToTheBranche(string text, Branche expected)
    {
        var suggested = Words.Suggest(Of(text))!;

        Assert.Equal(expected, suggested.Value);
        Assert.InRange(suggested.Score, 0.5, 1);
        Assert.All(suggested.Words, word => Assert.Equal(text[word.Begin..word.End], word.Text));
    }

    [Theory]
    [InlineData("Het formulier is te lang.")]
    [InlineData("")]
    [InlineData("De huisarts belt de ambulance.")]
    public void Suggest_NoWordsOrATie_IsNone(string text) => Assert.Null(Words.Suggest(Of(text)));

    [Fact]
    public void Suggest_BrancheThatTheReporterChose_IsThatOne() => Assert.Equal(
        (Branche.Jeugdzorg, 1), Words.Suggest(Of("In ons verpleeghuis.", Branche.Jeugdzorg)) is { } s ? (s.Value, s.Score) : default);

    private static ReportText Of(string text, Branche? chosen = null) =>
        ReportText.Of(field => field.Name == "omschrijving" ? text : "", chosen);
}
