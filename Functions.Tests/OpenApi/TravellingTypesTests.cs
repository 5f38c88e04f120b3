using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Library.Items;
using RegelLoket.OpenApi;
using RegelLoket.Privacy;
using RegelLoket.Tests.Infra;
using RegelLoket.Web;

namespace RegelLoket.Tests.OpenApi;

/// <summary>
/// One rule for everything that goes in or out as JSON: English names in the code, Dutch ones by <see cref="JsonPropertyNameAttribute"/>,
/// and types that end in Request or Response. What travels is what the calls of the document name, with all that these hold.
/// </summary>
[Collection(AppCollection.Name)]
public sealed partial class TravellingTypesTests(AppFixture app)
{
    /// <summary>What is shown as it is stored: documents, which are no answers to one call.</summary>
    private static readonly HashSet<Type> Documents =
    [
        typeof(Certificate), typeof(HandledPersonRequest), typeof(ExecutiveBody), typeof(MinistryEntry), typeof(PublishedCase),
        typeof(Factsheet), typeof(FrontRunner), typeof(Experiment),
    ];

    private IReadOnlyList<ApiCall> Calls => [.. app.Services.GetServices<IApiCalls>().SelectMany(part => part.Calls)];

    [Fact]
    public void Names_OfRequestsAndResponses_SayWhatTheyAre()
    {
        Assert.All(Calls.Select(call => call.Body?.Type).OfType<Type>(), type =>
            Assert.EndsWith("Request", type.Name, StringComparison.Ordinal));
        Assert.All(Calls.Select(call => call.Answer?.Type).OfType<Type>().Except(Documents), type =>
            Assert.EndsWith("Response", type.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_OfTheApi_HaveATypeWithAName() => Assert.Empty(
        from file in Repository.Sources("Functions")
        from Match match in NamelessAnswer().Matches(File.ReadAllText(file))
        select $"{Repository.Relative(file)}: {match.Value}");

    [Fact]
    public void Fields_OfWhatTravels_AreNamedOutright()
    {
        var travelling = new HashSet<Type>();
        foreach (var call in Calls)
        {
            Collect(call.Body?.Type, travelling);
            Collect(call.Answer?.Type, travelling);
        }

        // Answers that the document does not name by their type, as what a problem or a check of health holds.
        foreach (var type in typeof(Api).Assembly.GetTypes().Where(type => type.Name.EndsWith("Response", StringComparison.Ordinal)))
        {
            Collect(type, travelling);
        }

        Assert.NotEmpty(travelling);
        Assert.Empty(from type in travelling
                     from field in Api.Json.GetTypeInfo(type).Properties
                     where field.AttributeProvider is PropertyInfo property
                         && property.GetCustomAttribute<JsonIgnoreAttribute>() is null
                         && property.GetCustomAttribute<JsonPropertyNameAttribute>() is null
                     select $"{type.Name}.{field.Name}");
    }

    /// <summary>An answer without a name, whose fields bear the names of the API or are an answer as they stand.</summary>
    [GeneratedRegex(@"\bnew\s*\{\s*[a-z]\w* = |(Results\.Json|Api\.Created)\(([^(),]+,)?\s*new\s*\{")]
    private static partial Regex NamelessAnswer();

    private static void Collect(Type? type, HashSet<Type> found)
    {
        if (type is null)
        {
            return;
        }

        var info = Api.Json.GetTypeInfo(type);
        if (info.ElementType is { } element)
        {
            Collect(element, found);
        }

        if (info.Kind == JsonTypeInfoKind.Object && type.Assembly == typeof(Api).Assembly && found.Add(type))
        {
            foreach (var property in info.Properties.Where(property =>
                property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true))
            {
                Collect(property.PropertyType, found);
            }
        }
    }
}
