using System.Text.Json;
using System.Text.Json.Nodes;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Intake;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Protection;
using RegelLoket.OpenApi;
using RegelLoket.Tests.Infra;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Tests.Intake;

/// <summary>A field of the table is everywhere where a report is asked, checked, kept, read or explained.</summary>
public sealed class ReportFieldsTests
{
    public static TheoryData<string> Fields => [.. ReportFields.All.Select(f => f.Name)];

    public static TheoryData<string> Texts => [.. ReportFields.Texts.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_OfTheTable_IsAskedOnOnePageOfTheFormAndChecked(string name)
    {
        var field = ReportFields.Of(name);

        Assert.Equal([field.Page], FormStep.All.Where(step => step.Fields.Contains(name)).Select(step => step.Slug));
        Assert.Equal(field.IsRequired || field.Kind == ReportFieldKind.Ways, DraftReport.ErrorsIn(Empty).ContainsKey(name));
        Assert.All([field.Label, field.Question, field.OfReporter], word => Assert.NotEmpty(word));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_OfTheTable_ComesFromTheFormIntoTheReport(string name)
    {
        var field = ReportFields.Of(name);
        var draft = Empty.With(FormStep.Of(field), new FormState().With(name, "Een woord."));
        var errors = new FieldErrors();

        Assert.Equal("Een woord.", DraftReport.RequestOf(draft).Texts[name]);
        Assert.Contains(DraftAnswers.Of(draft, withLinks: true), item => item.Value == "Een woord." && item.Key == field.Label
            && item.ChangeHref!.StartsWith(FormStep.Of(field).Address, StringComparison.Ordinal));
        Assert.Contains(FieldFinding.In(Empty.With(FormStep.Of(field), new FormState().With(name, "Bel 06 12345678."))),
            finding => finding.Field == name);
        _ = Report.Parse(new ReportRequest { Texts = { [name] = new string('x', field.Limit + 1) } }, errors);
        Assert.Contains($"{field.Limit}", errors.All[name], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_OfTheTable_IsAMemberOfTheBodiesThatHoldAReport(string name)
    {
        var body = new JsonObject { [name] = "Een woord." }.ToJsonString();

        Assert.Equal("Een woord.", JsonSerializer.Deserialize<ReportRequest>(body, Api.Json)!.Texts[name]);
        Assert.Equal("Een woord.", JsonSerializer.Deserialize<SuggestionRequest>(body, Api.Json)!.Texts[name]);
        Assert.Contains("Een woord.",
            JsonSerializer.Serialize(new ReportRequest { Texts = { [name] = "Een woord." } }, Api.Json), StringComparison.Ordinal);
        Assert.NotNull(ApiVocabulary.Find(name));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_OfTheTable_IsNamedOnTheWorkbenchAndReadByTheSuggestion(string name)
    {
        var field = ReportFields.Of(name);

        Assert.Equal(field.Label, TextLabels.Of(field.TextName!));
        Assert.Equal(field.Weight > 0, new ReportText { [name] = "woord" }.Fields().Any(read => read.Text == "woord"));
        Assert.NotEqual(new ReportText { [name] = "woord" }.Equals(new ReportText { [name] = "ander" }), field.Weight > 0);
    }

    /// <summary>A name of a field that stands alone in the code is a place that a new field would have to be added to.</summary>
    [Fact]
    public void Names_OfTheTexts_AreInNoListOfTheCode() => Assert.Empty(
        from path in Directory.EnumerateFiles(Repository.File("Functions"), "*.*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".razor" && Path.GetFileName(path) != "ReportFields.cs"
            && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let code = File.ReadAllText(path)
        where new[] { "omschrijving", "belemmering", "vermoedelijkeRegel", "wens" }.Count(
            name => code.Contains($"\"{name}\"", StringComparison.Ordinal)) > 2 && !path.Contains("OpenApi", StringComparison.Ordinal)
        select path);

    private static Draft Empty => new() { StartedAt = default, KeptUntil = default, ReportKey = "" };
}
