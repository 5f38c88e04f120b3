using System.Text.Json.Nodes;
using RegelLoket.ContextAnalysis;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.OpenApi;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.OpenApi;

/// <summary>Schemas of bodies: from the types where there are any, else from the example, with the words of the vocabulary.</summary>
public sealed class ApiSchemasTests
{
    [Fact]
    public void OfRequest_Type_HasItsFieldsAndRequiresOnlyWhatIsDeclared()
    {
        var schema = ApiSchemas.OfRequest(new ApiBody("Notitie", """{ "tekst": "Gebeld." }""")
        { Type = typeof(NoteRequest), Required = ["tekst"] });

        Assert.Equal("object", (string?)schema["type"]);
        Assert.Equal("string", (string?)schema["properties"]!["tekst"]!["type"]);
        Assert.Equal(["tekst"], schema["required"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(ApiVocabulary.Find("tekst")!.Description, (string?)schema["properties"]!["tekst"]!["description"]);
    }

    [Fact]
    public void OfRequest_NothingRequired_HasNoSuchList() => Assert.False(
        ApiSchemas.OfRequest(new ApiBody("Notitie", "{}") { Type = typeof(NoteRequest) }).ContainsKey("required"));

    [Fact]
    public void OfRequest_TypeWithinItself_IsWrittenOutInsteadOfPointedAt()
    {
        var schema = ApiSchemas.OfRequest(new ApiBody("Splitsing", "{}") { Type = typeof(SplitRequest) });

        Assert.Equal("array", (string?)schema["properties"]!["delen"]!["type"]);
        Assert.NotNull(schema["properties"]!["delen"]!["items"]!["properties"]!["titel"]);
        Assert.DoesNotContain("$ref", schema.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnswer_ExampleWithoutAType_HasTheShapeOfTheExample()
    {
        var schema = ApiSchemas.OfAnswer(new ApiBody("Lijst", """
            { "totaal": 26, "score": 0.5, "volledig": true, "titel": "x", "regels": [ { "artikel": "35" } ], "gegevens": {} }
            """)
        { Optional = ["titel", "artikel"] });

        Assert.Equal(
            ["totaal integer", "score number", "volledig boolean", "titel string", "regels array", "gegevens object"],
            schema["properties"]!.AsObject().Select(property => $"{property.Key} {property.Value!["type"]}"));
        Assert.Equal(["totaal", "score", "volledig", "regels", "gegevens"], Names(schema["required"]));
        Assert.Equal("string", (string?)schema["properties"]!["regels"]!["items"]!["properties"]!["artikel"]!["type"]);
        Assert.Empty(Names(schema["properties"]!["regels"]!["items"]!["required"]));
    }

    [Theory]
    [InlineData("text/csv", "string")]
    [InlineData("application/ld+json", "object")]
    [InlineData("application/zip", "string")]
    public void OfAnswer_OtherKindOfBody_IsATextOrAnObject(string mediaType, string type) =>
        Assert.Equal(type, (string?)ApiSchemas.OfAnswer(new ApiBody("Bestand", "") { MediaType = mediaType })["type"]);

    [Fact]
    public void OfAnswer_TypesOfTheCode_HaveNoNullAmongTheirTypes()
    {
        var schema = ApiSchemas.OfAnswer(new ApiBody("Zaken", "{}") { Type = typeof(CaseListResponse) });

        Assert.DoesNotContain("\"null\"", schema.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("date-time", schema.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnswer_FieldThatOnlyTheExampleHas_IsInTheSchemaToo()
    {
        var schema = ApiSchemas.OfAnswer(
            new ApiBody("Notitie", """{ "tekst": "Gebeld.", "soort": "note" }""") { Type = typeof(NoteRequest) });

        Assert.Equal("string", (string?)schema["properties"]!["soort"]!["type"]);
    }

    [Fact]
    public void OfField_Vocabulary_GivesTypeValuesAndPattern() => Assert.All(ApiVocabulary.All, field =>
    {
        var schema = ApiSchemas.OfField(field);

        Assert.Equal((field.Type, field.Description), ((string?)schema["type"], (string?)schema["description"]));
        if (field.Type == "string")
        {
            Assert.Equal(field.Values, Names(schema["enum"]));
            Assert.Equal((field.Format, field.Pattern), ((string?)schema["format"], (string?)schema["pattern"]));
        }
    });

    [Fact]
    public void ToModel_AnySchema_KeepsItsFields()
    {
        var schema = ApiSchemas.OfRequest(new ApiBody("Notitie", "{}") { Type = typeof(NoteRequest), Required = ["tekst"] });

        var model = ApiSchemas.ToModel(schema);

        Assert.Equal(["tekst"], model.Properties!.Keys);
        Assert.Contains("tekst", model.Required!);
    }

    private static IEnumerable<string> Names(JsonNode? list) => (list as JsonArray ?? []).Select(name => (string)name!);
}
