using FsCheck.Xunit;
using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>How a report counts its problems shows in its small words, never in what it is about.</summary>
public sealed class ProblemCuesTests
{
    [Theory]
    [InlineData("Daarnaast mogen zij dit niet.", "!daarnaast")]
    [InlineData("Het tweede punt is de uitkering.", "!tweede")]
    [InlineData("Ten tweede is er de cao.", "!^ ten")]
    [InlineData("Dat is ook nog een probleem.", "!ook nog")]
    public void Of_CountingWords_AreCues(string text, string cue) => Assert.Contains(cue, Of(text));

    [Fact]
    public void Of_WordsOfTheSubject_AreNone()
    {
        var cues = Of("Insuline spuiten door helpenden; verpleegkundigen en UWV-uitkeringen.");

        Assert.DoesNotContain(cues, cue => cue.Contains("insuline", StringComparison.Ordinal)
            || cue.Contains("uwv", StringComparison.Ordinal) || cue.Contains("uitkering", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_OtherSubjectsInTheSameWords_AreTheSameCues() => Assert.Equal(
        Of("Daarnaast mag de helpende niet prikken.").Order(StringComparer.Ordinal),
        Of("Daarnaast mag de conciërge niet timmeren.").Order(StringComparer.Ordinal));

    [Property(MaxTest = 200)]
    public void Of_AnyText_MarksEachCue(string? text) =>
        Assert.All(Of(text ?? ""), cue => Assert.StartsWith("!", cue, StringComparison.Ordinal));

    private static IReadOnlyCollection<string> Of(string text) =>
        ProblemCues.Of(ReportText.Of(field => field.Name == "omschrijving" ? text : "", null));
}
