using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RegelLoket.Tests.Browser;

/// <summary>
/// Waiting for a page by asking the browser where it is. Playwright waits for the event <c>load</c>, which it now and then never hears on
/// a busy machine although the page is there (1.64.1: "NetworkIdle event fired", and two minutes of nothing).
/// </summary>
public static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until the whole page whose address ends so is there; <c>*</c> stands for any part of a path.</summary>
    public static async Task ArriveAsync(this IPage page, string ending)
    {
        var pattern = new Regex($"{Regex.Escape(ending).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$",
            RegexOptions.NonBacktracking);
        var begun = TimeProvider.System.GetTimestamp();
        while (!pattern.IsMatch(page.Url) || !await IsCompleteAsync(page))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"waited in vain for {ending}, and is at {page.Url}");
            await Task.Delay(25);
        }
    }

    private static async Task<bool> IsCompleteAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException error) when (error.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            // The page left while it was asked.
            return false;
        }
    }
}
