using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RegelLoket.Web;

namespace RegelLoket.Workbench;

/// <summary>
/// Addresses of the queue in which nobody can read what was searched: the words often name a person, and addresses are
/// logged, kept in histories and shared. A sealed address still works for every colleague.
/// </summary>
public sealed class SearchSeal(IDataProtectionProvider protection)
{
    private const string Words = "zoek";

    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.Search.v1");

    /// <summary>The address at which the queue shows a query.</summary>
    public string AddressOf(WorkQueueQuery query, string path = DeskRoutes.Start) =>
        path + (query.Search.Length == 0 ? query : query with { Search = protector.Protect(query.Search) }).ToQueryString();

    /// <summary>The values of a sealed address as they were typed; without the words, and false, where they cannot be opened.</summary>
    public bool TryOpen(IQueryCollection values, out IQueryCollection opened)
    {
        opened = values;
        if (values[Words].ToString() is not { Length: > 0 } text)
        {
            return true;
        }

        var others = values.Where(value => value.Key != Words).ToDictionary();
        try
        {
            opened = new QueryCollection(new Dictionary<string, StringValues>(others) { [Words] = protector.Unprotect(text) });
            return true;
        }
        catch (CryptographicException)
        {
            opened = new QueryCollection(others);
            return false;
        }
    }
}
