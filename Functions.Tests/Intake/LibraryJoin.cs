using System.Net.Http.Json;
using System.Text.Json;

namespace RegelLoket.Tests.Intake;

/// <summary>Joins an item of the library by the API.</summary>
internal static class LibraryJoin
{
    public static async Task<JsonElement> SendAsync(AppFixture app, string item, object impact, int expected, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/vergelijkbare-casussen/{item}/aansluitingen")
        { Content = JsonContent.Create(impact) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        using var response = await app.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == (int)response.StatusCode, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
