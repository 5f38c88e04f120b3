using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>
/// The filters, order and page of a queue. All of it is in the address, so that a view can be saved and shared.
/// </summary>
public sealed record WorkQueueQuery
{
    /// <summary>The query parameter that opens the page with every case ticked; not part of a view.</summary>
    public const string ChooseAll = "&kies=alle";

    private static readonly Dictionary<string, bool> YesOrNo = new() { ["ja"] = true, ["nee"] = false };

    public QueueTab Tab { get; init; } = QueueTab.All;

    public QueueOrder Order { get; init; }

    /// <summary>The status of the cases; null for all open ones.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>The signal that limits the queue.</summary>
    public QueueSignal? Signal { get; init; }

    public Ministry? Ministry { get; init; }

    public Theme? Theme { get; init; }

    public Branche? Branche { get; init; }

    public string Handler { get; init; } = "";

    /// <summary>Part of the title, abbreviation or id of a rule.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The minimum number of days since the report.</summary>
    public int? AtLeastDaysOld { get; init; }

    /// <summary>Whether closed cases are included.</summary>
    public bool WithClosed { get; init; }

    public string Search { get; init; } = "";

    public int Page { get; init; } = 1;

    public bool NeedsClosed => WithClosed || Search.Length > 0
        || Status is CaseStatus.Shared or CaseStatus.Closed or CaseStatus.Withdrawn or CaseStatus.Merged or CaseStatus.TakenBack;

    public bool HasFilter => this with { Tab = default, Order = default, Page = 1 } != new WorkQueueQuery { Tab = default };

    /// <summary>
    /// Parses a query string; a value that is not in its list is an error, by the name of the parameter.
    /// </summary>
    public static WorkQueueQuery Read(IQueryCollection query, QueueTab otherwise, IDictionary<string, string> errors)
    {
        return new WorkQueueQuery
        {
            Tab = Slug<QueueTab>("tab") ?? otherwise,
            Order = Slug<QueueOrder>("volgorde") ?? default,
            Status = Slug<CaseStatus>("status"),
            Signal = Slug<QueueSignal>("signaal"),
            Ministry = Slug<Ministry>("ministerie"),
            Theme = Slug<Theme>("thema"),
            Branche = Slug<Branche>("branche"),
            Handler = Text("behandelaar"),
            Rule = Text("regel"),
            AtLeastDaysOld = Number("leeftijd", 36_500),
            WithClosed = Choice("afgerond", YesOrNo) ?? false,
            Search = Text("zoek"),
            Page = Number("pagina", 100_000) ?? 1,
        };

        string Text(string name)
        {
            var text = TextSanitizer.CleanLine(query[name]);
            if (text.Length > 200)
            {
                errors[name] = "Gebruik hoogstens 200 tekens.";
            }

            return text;
        }

        T? Choice<T>(string name, IReadOnlyDictionary<string, T> values) where T : struct
        {
            var text = Text(name);
            if (text.Length > 0 && !values.ContainsKey(text))
            {
                errors[name] = $"Kies uit {string.Join(", ", values.Keys)}.";
            }

            return values.TryGetValue(text, out var value) ? value : null;
        }

        T? Slug<T>(string name) where T : struct, Enum => Choice(name, EnumNames.All<T>().ToDictionary(v => v.Slug()));

        int? Number(string name, int maximum)
        {
            var text = Text(name);
            if (text.Length == 0)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
                && number <= maximum)
            {
                return number;
            }

            errors[name] = $"Vul een getal in van 1 tot en met {maximum}.";
            return null;
        }
    }

    /// <summary>Returns the query string of this query, with its question mark.</summary>
    public string ToQueryString()
    {
        var values = new Dictionary<string, string?>
        {
            ["tab"] = Tab.Slug(),
            ["volgorde"] = Order == default ? null : Order.Slug(),
            ["status"] = Status?.Slug(),
            ["signaal"] = Signal?.Slug(),
            ["ministerie"] = Ministry?.Slug(),
            ["thema"] = Theme?.Slug(),
            ["branche"] = Branche?.Slug(),
            ["behandelaar"] = Handler,
            ["regel"] = Rule,
            ["leeftijd"] = AtLeastDaysOld?.ToString(CultureInfo.InvariantCulture),
            ["afgerond"] = WithClosed ? "ja" : null,
            ["zoek"] = Search,
            ["pagina"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString("", values.Where(v => !string.IsNullOrEmpty(v.Value)));
    }
}
