using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Finds what a form can carry along.</summary>
public static class CarryOns
{
    /// <summary>The next step that the form on a tab offers for a case; null when it is sent by itself.</summary>
    public static ICarryOn? OfferedOn(this IEnumerable<ICarryOn> all, string tab, CaseFile file) =>
        all.FirstOrDefault(next => next.After == tab && next.IsOffered(file));

    /// <summary>The next step that a posted form asks to carry along; null when it does not.</summary>
    internal static ICarryOn? AskedBy(this IEnumerable<ICarryOn> all, string tab, FormState form) =>
        all.FirstOrDefault(next => next.After == tab && form.Value(FormFields.CarryOn) == next.Tab);

    /// <summary>The values that were typed for it, without the fields of the form that carried it.</summary>
    internal static FormState Only(this ICarryOn next, FormState form)
    {
        var rest = new FormState();
        foreach (var name in next.Names.Where(form.Contains))
        {
            rest.With(name, [.. form.Values(name)]);
        }

        return rest;
    }
}
