using Azure.Core;

namespace Microsoft.AspNetCore.DataProtection;

/// <summary>The wrapping of data protection's keys by a key in Key Vault, which exists in the Azure lane alone: a local run that asks for it is told so at start.</summary>
public static class AzureDataProtectionKeyVaultKeyBuilderExtensions
{
    public static IDataProtectionBuilder ProtectKeysWithAzureKeyVault(this IDataProtectionBuilder builder, Uri keyIdentifier, TokenCredential tokenCredential) =>
        throw new NotSupportedException("Key Vault belongs to the Azure lane. Take DataProtection:KeyUri away.");
}
