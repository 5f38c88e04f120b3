using System.Text.Json.Serialization.Metadata;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Adds one JSON member for each field of the table to every body with the texts of a report.</summary>
public static class ReportTextsJson
{
    public static IJsonTypeInfoResolver Resolver { get; } = new DefaultJsonTypeInfoResolver { Modifiers = { AddTexts } };

    private static void AddTexts(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !type.Type.IsAssignableTo(typeof(IReportTexts)))
        {
            return;
        }

        foreach (var (place, field) in ReportFields.Texts.Index())
        {
            var member = type.CreateJsonPropertyInfo(typeof(string), field.Name);
            member.Get = body => ((IReportTexts)body).Texts.TryGetValue(field.Name, out var text) ? text : null;
            member.Set = (body, text) => ((IReportTexts)body).Texts[field.Name] = (string?)text;
            member.Order = place - ReportFields.Texts.Count;
            type.Properties.Add(member);
        }
    }
}
