using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RegelLoket.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>A view of the queue stands whole in its address, so that it can be kept and shared.</summary>
[Properties(Arbitrary = [typeof(WorkQueueQueryPropertyTests)])]
public sealed class WorkQueueQueryPropertyTests
{
    public static Arbitrary<WorkQueueQuery> Query() =>
        (from tab in OneOf<QueueTab>()
         from order in OneOf<QueueOrder>()
         from status in OneOf<CaseStatus>().OrNone()
         from signal in OneOf<QueueSignal>().OrNone()
         from ministry in OneOf<Ministry>().OrNone()
         from theme in OneOf<Theme>().OrNone()
         from branche in OneOf<Branche>().OrNone()
         from handler in Words()
         from rule in Words()
         from days in Gen.Choose(1, 36_500).OrNone()
         from closed in Gen.Elements(true, false)
         from search in Words()
         from page in Gen.Choose(1, 100_000)
         select new WorkQueueQuery
         {
             Tab = tab,
             Order = order,
             Status = status,
             Signal = signal,
             Ministry = ministry,
             Theme = theme,
             Branche = branche,
             Handler = handler,
             Rule = rule,
             AtLeastDaysOld = days,
             WithClosed = closed,
             Search = search,
             Page = page,
         }).ToArbitrary();

    [Property]
    public void Read_QueryStringOfAQuery_IsTheSameQuery(WorkQueueQuery query)
    {
        var errors = new Dictionary<string, string>();

        var read = WorkQueueQuery.Read(Parsed(query.ToQueryString()), QueueTab.Mine, errors);

        Assert.Equal(query, read);
        Assert.Empty(errors);
    }

    [Property]
    public void Read_AnyValues_NeverThrows(NonNull<string> value)
    {
        var errors = new Dictionary<string, string>();
        string[] fields = ["tab", "volgorde", "status", "signaal", "ministerie", "thema", "branche", "behandelaar", "regel", "leeftijd",
            "afgerond", "zoek", "pagina"];

        var read = WorkQueueQuery.Read(
            new QueryCollection(fields.ToDictionary(field => field, _ => new Microsoft.Extensions.Primitives.StringValues(value.Get))),
            QueueTab.All, errors);

        Assert.True(read.Page >= 1 && read.AtLeastDaysOld is null or >= 1);
        Assert.Subset(fields.ToHashSet(), errors.Keys.ToHashSet());
    }

    private static QueryCollection Parsed(string query) => new(QueryHelpers.ParseQuery(query));

    private static Gen<T> OneOf<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<string> Words() =>
        Gen.Elements("", "Ans", "Zoë & co", "a=b", "50%", "één twee", "'\"<>").Select(TextSanitizer.CleanLine);
}

internal static class OptionalGen
{
    public static Gen<T?> OrNone<T>(this Gen<T> some) where T : struct =>
        Gen.OneOf(some.Select(value => (T?)value), Gen.Constant((T?)null));
}
