using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket.Attachments.Components;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Attachments;

public static class AttachmentsServiceCollectionExtensions
{
    /// <summary>Registers the taking, checking, storing and handing out of files.</summary>
    public static IServiceCollection AddAttachments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AttachmentOptions>().Bind(configuration.GetSection(AttachmentOptions.Section))
            .PostConfigure<IHostEnvironment>((options, environment) => options.MayGoUnscanned ??= environment.IsDevelopment())
            .Validate(options => options.Scanner.Length == 0 || options.ScannerAddress is not null,
                "Attachments:Scanner is no address of clamd: write tcp://host:3310 or unix:///run/clamav/clamd.ctl.")
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NoScanner>();
        services.AddSingleton<ClamScanner>();
        services.AddSingleton<IFileScanner>(provider =>
            provider.GetRequiredService<IOptions<AttachmentOptions>>().Value.ScannerAddress is null
                ? provider.GetRequiredService<NoScanner>() : provider.GetRequiredService<ClamScanner>());
        services.AddSingleton<FileChecks>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<ICaseDataEraser>(provider => provider.GetRequiredService<AttachmentStore>());
        services.AddSingleton<AttachmentService>();
        services.AddSingleton<FileDownloads>();
        services.AddSingleton(new StorageContainer(AttachmentStore.Container));
        services.AddSingleton(new CaseTab(15, FilePageFunctions.Tab, "Bestanden", typeof(FilesTab)));
        services.AddSingleton(new FollowPart(90, typeof(FollowFiles)));
        return services;
    }
}
