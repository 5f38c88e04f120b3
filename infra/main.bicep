// Everything that RegelLoket needs in one subscription: `azd up`, or `az deployment sub create`. See docs/azure.md.
targetScope = 'subscription'

@description('The name of the azd environment; part of the names of all resources.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('A region with Flex Consumption and .NET 10.')
@metadata({ azd: { type: 'location' } })
param location string

@description('The sizes, terms and limits of stages.json to use.')
@allowed(['test', 'production'])
param stage string = 'test'

@description('Where alerts and budget warnings are mailed.')
param alertEmail string

@description('The application (client) id of the Entra app registration with the app roles analist and coordinator.')
param signInClientId string

@description('The address that people see, without a slash at the end; empty for the address of the function app.')
param siteAddress string = ''

@description('The mail address and telephone number that the site shows.')
param siteEmail string
param siteTelephone string

@description('The sender of all mail: an address on a domain that SendGrid has authenticated.')
param mailFrom string

@description('The mailboxes of the analysts together and of the coordinators.')
param teamMailbox string
param coordinatorMailbox string

@description('Outside production: the domains to which mail may go, with commas between them.')
param allowedMailDomains string = ''

@description('The public key of the signed delivery webhook, as SendGrid shows it. Not a secret.')
param mailWebhookKey string = ''

@description('The domain whose mail SendGrid brings in; empty for none. The password of that webhook is the secret sendgrid-inbound-password.')
param inboundMailDomain string = ''

@description('A mail server in the place of SendGrid; empty for SendGrid.')
param smtpHost string = ''
param smtpPort string = '587'

@description('The name with which the desk signs in at that server; empty for none. The password is the secret smtp-password.')
param smtpUser string = ''

@description('The id of the Azure Front Door before the app, if there is one; without it all visitors would share its limits.')
param frontDoorId string = ''

@description('The address of clamd, such as tcp://10.0.4.4:3310. Without one the desk takes no files.')
param fileScanner string = ''

@description('The versions of the certificate data-protection that still read what they protected, with commas between them.')
param olderCertificates string = ''

@description('Storage and vault only through private endpoints; what stages.json says unless given.')
param networkIsolation bool?

@description('Who may put secrets and certificates into the vault and read logs: the object id of the person or pipeline that deploys.')
param operatorPrincipalId string

@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string = 'User'

@description('The first month of the budget; must be the first day of a month.')
param budgetStart string = utcNow('yyyy-MM-01')

var sizes = loadJsonContent('stages.json')[stage]
var isolated = networkIsolation ?? sizes.networkIsolation
var token = take(uniqueString(subscription().id, environmentName, location), 8)
var tags = { 'azd-env-name': environmentName, application: 'regelloket', stage: stage }
var appName = 'func-regelloket-${environmentName}-${token}'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-regelloket-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    name: 'id-regelloket-${environmentName}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    name: 'regelloket-${environmentName}'
    location: location
    tags: tags
    retentionDays: sizes.logRetentionDays
    dailyCapGb: sizes.logDailyCapGb
    publisherPrincipalId: identity.outputs.principalId
    readerPrincipalId: operatorPrincipalId
    readerPrincipalType: operatorPrincipalType
  }
}

module network 'modules/network.bicep' = if (isolated) {
  scope: group
  name: 'network'
  params: {
    name: 'vnet-regelloket-${environmentName}'
    location: location
    tags: tags
  }
}

// The host's own account: the deployment package, locks, timers and the queues that the app's functions listen to.
module hostStorage 'modules/storage.bicep' = {
  scope: group
  name: 'host-storage'
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    sku: sizes.hostStorageSku
    isolated: isolated
    containers: ['deployment']
    deletedDays: sizes.deletedDays
    versionDays: sizes.versionDays
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The account of the cases and of the durable orchestrations.
module caseStorage 'modules/storage.bicep' = {
  scope: group
  name: 'case-storage'
  params: {
    name: 'stcase${token}'
    location: location
    tags: tags
    sku: sizes.caseStorageSku
    isolated: isolated
    containers: []
    immutableContainer: 'anchors'
    immutableDays: sizes.anchorDays
    deletedDays: sizes.deletedDays
    versionDays: sizes.versionDays
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module hostEndpoints 'modules/storage-endpoints.bicep' = if (isolated) {
  scope: group
  name: 'host-endpoints'
  params: {
    location: location
    tags: tags
    accountName: hostStorage.outputs.name
    networkName: network!.outputs.name
    subnetId: network!.outputs.endpointSubnetId
  }
}

module caseEndpoints 'modules/storage-endpoints.bicep' = if (isolated) {
  scope: group
  name: 'case-endpoints'
  params: {
    location: location
    tags: tags
    accountName: caseStorage.outputs.name
    networkName: network!.outputs.name
    subnetId: network!.outputs.endpointSubnetId
  }
  // Both make the same private zones; one after the other they do not get in each other's way.
  dependsOn: [hostEndpoints]
}

module vault 'modules/vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    name: 'kv-regel-${token}'
    location: location
    tags: tags
    isolated: isolated
    subnetId: isolated ? network!.outputs.endpointSubnetId : ''
    networkName: isolated ? network!.outputs.name : ''
    readerPrincipalId: identity.outputs.principalId
    officerPrincipalId: operatorPrincipalId
    officerPrincipalType: operatorPrincipalType
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'modules/app.bicep' = {
  scope: group
  name: 'app'
  params: {
    name: appName
    location: location
    tags: union(tags, { 'azd-service-name': 'api' })
    identityName: identity.outputs.name
    hostStorageName: hostStorage.outputs.name
    caseStorageName: caseStorage.outputs.name
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.uri
    olderCertificates: empty(olderCertificates) ? [] : split(olderCertificates, ',')
    subnetId: isolated ? network!.outputs.appSubnetId : ''
    instanceMemoryMB: sizes.instanceMemoryMB
    maximumInstanceCount: sizes.maximumInstanceCount
    alwaysReady: sizes.alwaysReady
    taskHub: sizes.taskHub
    signInClientId: signInClientId
    siteAddress: siteAddress
    siteEmail: siteEmail
    siteTelephone: siteTelephone
    mailFrom: mailFrom
    teamMailbox: teamMailbox
    coordinatorMailbox: coordinatorMailbox
    allowedMailDomains: empty(allowedMailDomains) ? [] : split(allowedMailDomains, ',')
    hostEnvironment: sizes.hostEnvironment
    mailWebhookKey: mailWebhookKey
    inboundMailDomain: inboundMailDomain
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpUser: smtpUser
    frontDoorId: frontDoorId
    fileScanner: fileScanner
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    location: location
    tags: tags
    alertEmail: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    storageIds: [hostStorage.outputs.id, caseStorage.outputs.id]
    vaultName: vault.outputs.name
    readyAddress: '${app.outputs.address}/gezondheid/gereed'
    alertMinutes: sizes.alertMinutes
    probeMinutes: sizes.probeMinutes
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  name: 'budget'
  params: {
    amount: sizes.monthlyBudgetEuro
    start: budgetStart
    email: alertEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output SERVICE_API_ENDPOINT_URL string = app.outputs.address
output SIGN_IN_REDIRECT_URI string = '${app.outputs.address}/.auth/login/aad/callback'
output SIGN_IN_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
