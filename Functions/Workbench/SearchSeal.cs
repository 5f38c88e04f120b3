using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RegelLoket.Web;

namespace RegelLoket.Workbench;

/// <summary>
/// Encrypts the search words in addresses of the queue: the words often name a person, and addresses are logged, stored
/// in histories and shared. A sealed address works for every colleague.
/// </summary>
public sealed class SearchSeal(IDataProtectionProvider protection)
{
    private const string Words = "zoek";

    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.Search.v1");

    /// <summary>Returns the address of a query.</summary>
    public string AddressOf(WorkQueueQuery query, string path = DeskRoutes.Start) =>
        path + (query.Search.Length == 0 ? query : query with { Search = protector.Protect(query.Search) }).ToQueryString();

    /// <summary>
    /// Returns the original values of a sealed address; false, and the values without the words, when decryption fails.
    /// </summary>
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
