using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>
/// The form of a split: as many parts as asked for, each of which begins with what the report says. Another part comes and
/// goes by a button of the same form, so that nothing typed is lost.
/// </summary>
internal static class SplitForm
{
    /// <summary>The buttons that add a part and take the last one away.</summary>
    public const string More = "meer";
    public const string Fewer = "minder";

    private const string Count = "aantal";

    public static int PartsIn(FormState form) =>
        int.TryParse(form.Value(Count), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Clamp(count, SplitFields.FewestParts, ReportSplit.MostParts) : SplitFields.FewestParts;

    public static FormState Of(CaseFile file)
    {
        var form = new FormState();
        SetCount(form, SplitFields.FewestParts);
        for (var place = 0; place < SplitFields.FewestParts; place++)
        {
            Begin(form, file, place);
        }

        return form;
    }

    /// <summary>Adds or removes a part where the form asks for that; returns whether it did.</summary>
    public static bool Resize(FormState form, CaseFile file)
    {
        var count = PartsIn(form);
        switch (form.Value("actie"))
        {
            case More:
                SetCount(form, count + 1);
                if (PartsIn(form) > count)
                {
                    Begin(form, file, count);
                }

                return true;
            case Fewer:
                SetCount(form, count - 1);
                return true;
            default:
                return false;
        }
    }

    public static SplitReport Read(FormState form) => new()
    {
        Parts =
        [
            .. Enumerable.Range(0, PartsIn(form)).Select(place => new SplitPart(
                Text(form, place, TextNames.Title), Text(form, place, TextNames.Description), Text(form, place, TextNames.Obstacle))),
        ],
        Reason = form.Value("reden"),
    };

    private static string Text(FormState form, int place, string name) =>
        form.Value(SplitFields.NameOf(place, SplitFields.OfPart.First(field => field.TextName == name)));

    private static void SetCount(FormState form, int count) =>
        form.With(Count, count.ToString(CultureInfo.InvariantCulture));

    private static void Begin(FormState form, CaseFile file, int place)
    {
        foreach (var field in SplitFields.OfPart)
        {
            form.With(SplitFields.NameOf(place, field), file.ReportedInAll(field.TextName!));
        }
    }
}
