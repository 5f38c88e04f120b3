using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RegelLoket.Storage;

/// <summary>
/// Encrypts the keys of data protection with a certificate, so that a copy of the storage alone gives no access to
/// sessions and secrets.
/// </summary>
internal static class KeyProtection
{
    private const string Setting = $"{KeyProtectionOptions.Section}:{nameof(KeyProtectionOptions.Certificate)}";
    private const string OlderSetting = $"{KeyProtectionOptions.Section}:{nameof(KeyProtectionOptions.OlderCertificates)}";

    /// <exception cref="OptionsValidationException">
    /// A setting holds no certificate that can protect keys; the message names the setting.
    /// </exception>
    public static IDataProtectionBuilder ProtectKeys(this IDataProtectionBuilder protection, IConfiguration configuration)
    {
        var section = configuration.GetSection(KeyProtectionOptions.Section);
        var options = section.Get<KeyProtectionOptions>() ?? new KeyProtectionOptions();
        var older = options.OlderCertificates.Select((value, i) => new KeyCertificate($"{OlderSetting}:{i}", value)).ToList();
        protection.UnprotectKeysWithAnyCertificate([.. older.Select(c => c.Certificate)]);
        if (options.Certificate is { Length: > 0 } value)
        {
            var current = new KeyCertificate(Setting, value);
            protection.ProtectKeysWithCertificate(current.Certificate);
            protection.Services.AddSingleton(current);
        }

        protection.Services.AddOptions<KeyProtectionOptions>().Bind(section)
            .Validate<IHostEnvironment>(
                (bound, environment) => bound.Certificate is { Length: > 0 } || environment.IsDevelopment(),
                $"{Setting} is not set: outside Development a certificate must protect the keys of sessions and secrets")
            .ValidateOnStart();
        protection.Services.AddHostedService<KeyProtectionNotice>();
        return protection;
    }
}
