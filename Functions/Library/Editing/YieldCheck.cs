using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>Makes results of a coordinator's request: a figure without a source is refused.</summary>
internal static partial class YieldCheck
{
    private const decimal MostValue = 1_000_000_000_000;
    private const int MostDecimals = 2;

    /// <summary>Returns the results by kind; their errors are at <c>opbrengsten[0].cijfer</c> and so on.</summary>
    public static IReadOnlyList<Yield> Of(IReadOnlyList<YieldRequest> input, FieldErrors errors)
    {
        errors.AddWhen(
            input.Select(found => found.Kind).Distinct().Count() != input.Count, "opbrengsten",
            "Noem elk resultaat één keer.");
        return [.. input.Index().Select(entry => Of(entry.Item, $"opbrengsten[{entry.Index}].", errors)).OfType<Yield>()
            .OrderBy(found => found.Kind)];
    }

    private static Yield? Of(YieldRequest input, string field, FieldErrors errors)
    {
        errors.AddWhen(input.Kind is null, field + "soort", "Kies wat er gemeten is.");
        errors.AddWhen(input.Value is null, field + "cijfer", "Vul een getal in, zoals 6,5.");
        errors.AddWhen(Math.Abs(input.Value ?? 0) > MostValue || input.Value is { Scale: > MostDecimals }, field + "cijfer",
            "Gebruik een kleiner getal, met hoogstens twee cijfers achter de komma.");
        errors.AddWhen(input.Unit is null, field + "eenheid", "Kies een eenheid.");
        var period = errors.Optional(field + "periode", TextSanitizer.CleanLine(input.Period), ItemCheck.LineLength);
        errors.AddWhen(period is not null && !IsPeriod(period), field + "periode",
            "Vul een jaar in, zoals 2024, of een begin en een einde, zoals 2024-01/2024-12.");
        var source = errors.Required(
            field + "bronvermelding", TextSanitizer.CleanLine(input.Source), ItemCheck.LineLength, "Noem waar het cijfer staat.");
        var remark = errors.Optional(field + "toelichting", TextSanitizer.CleanLine(input.Remark), ItemCheck.LineLength);
        return input is not { Kind: { } kind, Value: { } value, Unit: { } unit } ? null : new Yield
        {
            Kind = kind,
            Value = value,
            Unit = unit,
            Period = period,
            Source = source,
            IsEstimate = input.IsEstimate,
            Remark = remark,
        };
    }

    /// <summary>Whether a text is a period whose end does not come before its beginning.</summary>
    private static bool IsPeriod(string text) => Period().IsMatch(text)
        && (text.Split('/') is not [var begin, var end] || string.CompareOrdinal(begin, end) <= 0);

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2]))?(/[0-9]{4}(-(0[1-9]|1[0-2]))?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Period();
}
