using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Web;

namespace RegelLoket.Library.Editing;

/// <summary>
/// Reads and fills the results on the form of a front-runner initiative: a line for each kind, of which an empty one is
/// left out.
/// </summary>
public static class YieldForms
{
    private static readonly string[] Fields = ["cijfer", "eenheid", "periode", "bronvermelding", "geschat", "toelichting"];

    /// <summary>Returns the name of a field on the form, where each kind has a line of its own.</summary>
    public static string Name(YieldKind kind, string field) => $"{kind.Slug()}-{field}";

    public static FormState With(this FormState form, IReadOnlyList<Yield> yields)
    {
        foreach (var found in yields)
        {
            form.With(Name(found.Kind, "cijfer"), found.Value.ToString(CultureInfo.GetCultureInfo("nl-NL")))
                .With(Name(found.Kind, "eenheid"), found.Unit.Slug()).With(Name(found.Kind, "periode"), found.Period)
                .With(Name(found.Kind, "bronvermelding"), found.Source)
                .With(Name(found.Kind, "geschat"), found.IsEstimate ? "ja" : null)
                .With(Name(found.Kind, "toelichting"), found.Remark);
        }

        return form;
    }

    /// <summary>Reads the lines that are filled in, in their order.</summary>
    public static IReadOnlyList<YieldRequest> Read(FormState form) => [.. KindsIn(form).Select(kind => new YieldRequest
    {
        Kind = kind,
        Value = Number(form.Value(Name(kind, "cijfer"))),
        Unit = EnumNames.TryParseSlug<YieldUnit>(form.Value(Name(kind, "eenheid")), out var unit) ? unit : null,
        Period = form.Value(Name(kind, "periode")),
        Source = form.Value(Name(kind, "bronvermelding")),
        IsEstimate = form.Has(Name(kind, "geschat"), "ja"),
        Remark = form.Value(Name(kind, "toelichting")),
    })];

    /// <summary>Returns the field of the form at which an error of the API is shown.</summary>
    public static string FieldOf(FormState form, string field)
    {
        var kinds = KindsIn(form);
        return field.StartsWith("opbrengsten[", StringComparison.Ordinal) && field.Split('[', ']', '.') is [_, var i, _, var name]
            && int.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < kinds.Count
            ? Name(kinds[place], name) : field;
    }

    private static IReadOnlyList<YieldKind> KindsIn(FormState form) =>
        [.. EnumNames.All<YieldKind>().Where(kind => Fields.Any(field => form.Value(Name(kind, field)).Length > 0))];

    /// <summary>Reads a number with a comma, and with points between the thousands; null when it is none.</summary>
    private static decimal? Number(string typed) => decimal.TryParse(
        typed.Replace("€", "", StringComparison.Ordinal).Trim(),
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign,
        CultureInfo.GetCultureInfo("nl-NL"), out var number) ? number : null;
}
