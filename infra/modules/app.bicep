// The function app on Flex Consumption, its settings, and the platform's sign-in for the workbench.
param name string
param location string
param tags object
param identityName string
param hostStorageName string
param caseStorageName string
param insightsName string
param vaultUri string
param olderCertificates string[]
param subnetId string
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReady array
param taskHub string
param signInClientId string
param siteAddress string
param siteEmail string
param siteTelephone string
param mailFrom string
param teamMailbox string
param coordinatorMailbox string
param allowedMailDomains string[]
param hostEnvironment string
param mailWebhookKey string
param inboundMailDomain string
param smtpHost string
param smtpPort string
param smtpUser string
param frontDoorId string
param fileScanner string

// Whom the platform and the app itself believe when they say who somebody is.
var issuer = '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
var address = empty(siteAddress) ? 'https://${name}.azurewebsites.net' : siteAddress

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource caseStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: caseStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}deployment'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
  }

  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

var platformSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostStorage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostStorage.properties.primaryEndpoints.table
  AzureWebJobsDisableHomepage: 'true'
  // The host sets X-Forwarded-For to whoever connected to it; the worker then takes that one entry for the caller's address.
  ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
  // The host reads a JSON body as a whole before the app can refuse it: three of 95 MB at once take it to 3 GB. In bytes, and a
  // little more than the app takes for inbound mail, so that the app still gives the answer.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '44040192'
  AZURE_FUNCTIONS_ENVIRONMENT: hostEnvironment
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  TASKHUB_NAME: taskHub
  DurableStorage__credential: 'managedidentity'
  DurableStorage__clientId: identity.properties.clientId
  DurableStorage__blobServiceUri: caseStorage.properties.primaryEndpoints.blob
  DurableStorage__queueServiceUri: caseStorage.properties.primaryEndpoints.queue
  DurableStorage__tableServiceUri: caseStorage.properties.primaryEndpoints.table
  // The sign-in of the platform proves itself to Entra with this identity: there is no client secret.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId
}

// What an older version of the certificate protected stays readable; a version is never taken away while its keys are in use.
var certificateSettings = toObject(
  range(0, length(olderCertificates)),
  i => 'DataProtection__OlderCertificates__${i}',
  i => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/data-protection/${olderCertificates[i]})'
)

// Outside production mail leaves only for these domains.
var domainSettings = toObject(range(0, length(allowedMailDomains)), i => 'Notifications__AllowedDomains__${i}', i => allowedMailDomains[i])

// The app takes SendGrid as soon as it has a key, so that a mail server is used only where there is none.
var senderSettings = empty(smtpHost)
  ? { SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid-api-key)' }
  : { Smtp__Host: smtpHost, Smtp__Port: smtpPort }

// A reference to a secret that is not there stays in the setting as a text that others can guess, so only where it is in use.
var smtpSignInSettings = empty(smtpUser)
  ? {}
  : { Smtp__User: smtpUser, Smtp__Password: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/smtp-password)' }

var inboundSettings = empty(inboundMailDomain)
  ? {}
  : {
      Notifications__InboundDomain: inboundMailDomain
      SendGrid__InboundPassword: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid-inbound-password)'
    }

var appSettings = {
  AZURE_CLIENT_ID: identity.properties.clientId
  CaseStorage__blobServiceUri: caseStorage.properties.primaryEndpoints.blob
  // A certificate's secret is the base64 of a PFX with its private key.
  DataProtection__Certificate: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/data-protection)'
  Site__Address: address
  Site__Email: siteEmail
  Site__Telephone: siteTelephone
  SignIn__Authority: issuer
  SignIn__Audience: signInClientId
  SignIn__LoginPath: '/.auth/login/aad?post_login_redirect_uri='
  Notifications__From: mailFrom
  Notifications__TeamMailbox: teamMailbox
  Notifications__CoordinatorMailbox: coordinatorMailbox
  SendGrid__WebhookKey: mailWebhookKey
  RateLimits__FrontDoorId: frontDoorId
  Attachments__Scanner: fileScanner
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    platformSettings,
    appSettings,
    senderSettings,
    smtpSignInSettings,
    inboundSettings,
    domainSettings,
    certificateSettings
  )
}

// Public pages stay public; the app itself refuses whoever lacks a role. The platform only proves who somebody is.
resource signIn 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: issuer
        }
        validation: {
          allowedAudiences: [signInClientId, 'api://${signInClientId}']
        }
      }
    }
    login: {
      tokenStore: { enabled: false }
      preserveUrlFragmentsForLogins: false
      cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
    }
  }
  dependsOn: [settings]
}

output name string = app.name
output address string = address
