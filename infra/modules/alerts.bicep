// What somebody must look at, and how they hear of it. The names of the metrics are in Functions/Operations/Gauges.cs and Functions/Storage/CaseTelemetry.cs.
param location string
param tags object
param alertEmail string
param workspaceId string
param insightsId string
param storageIds string[]
param vaultName string
param readyAddress string

// How often the queries run and the probe asks: each time costs something (docs/cost.md).
param alertMinutes int
param probeMinutes int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-regelloket'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'RegelLoket'
    emailReceivers: [
      {
        name: 'beheer'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

// Each query answers with rows only when something is wrong.
var rules = [
  {
    name: 'oldest-pending-workflow'
    severity: 1
    description: 'An orchestration has been waiting to start for more than ten minutes. See "Een zaak staat stil" in docs/operations.md.'
    query: 'AppMetrics | where Name == "regelloket.workflow.pending.oldest" | summarize Value = max(Max) | where Value > 600'
  }
  {
    name: 'oldest-outbox-entry'
    severity: 1
    description: 'A mail has been waiting to be sent for more than thirty minutes.'
    query: 'AppMetrics | where Name == "regelloket.outbox.oldest" | summarize Value = max(Max) | where Value > 1800'
  }
  {
    name: 'poison-messages'
    severity: 1
    description: 'A message failed five times and lies in a poison queue.'
    query: 'AppMetrics | where Name == "regelloket.queue.poison" | summarize Value = max(Max) | where Value > 0'
  }
  {
    name: 'failed-requests'
    severity: 2
    description: 'More than two per cent of the requests, and at least five, ended in an error of ours.'
    query: 'AppRequests | summarize Failed = countif(toint(ResultCode) >= 500), All = count() | where Failed >= 5 and Failed * 50 > All'
  }
  {
    name: 'failed-functions'
    severity: 2
    description: 'Functions failed. A visitor who leaves is no failure: host and worker call it a cancelled operation or an aborted connection.'
    query: 'AppExceptions | where SeverityLevel >= 3 | where not(ExceptionType has_any ("OperationCanceledException", "TaskCanceledException", "ConnectionAbortedException", "ConnectionResetException") or InnermostType has_any ("OperationCanceledException", "TaskCanceledException", "ConnectionAbortedException", "ConnectionResetException")) | summarize Failed = count() | where Failed >= 5'
  }
  {
    name: 'mail-bounces'
    severity: 2
    description: 'More than one in twenty mails, and at least three, bounced.'
    query: 'AppMetrics | where Name == "regelloket.case.events" and tostring(Properties.type) == "mailRecorded" | summarize Bounced = sumif(Sum, tostring(Properties.state) in ("teruggekomen", "afgewezen", "geweigerd")), All = sumif(Sum, tostring(Properties.state) in ("teruggekomen", "afgewezen", "geweigerd", "afgeleverd")) | where Bounced >= 3 and Bounced * 20 > All'
  }
  {
    name: 'overdue-deadlines'
    severity: 3
    description: 'Cases are past their deadline. Work for the coordinators, not for operations.'
    query: 'AppMetrics | where Name == "regelloket.deadlines.overdue" | summarize Value = max(Max) | where Value > 10'
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: 'alert-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'RegelLoket: ${rule.name}'
    description: rule.description
    severity: rule.severity
    enabled: true
    evaluationFrequency: 'PT${alertMinutes}M'
    windowSize: 'PT30M'
    scopes: [workspaceId]
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    skipQueryValidation: true
    actions: { actionGroups: [people.id] }
  }
}]

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = [for (id, i) in storageIds: {
  name: 'alert-storage-throttling-${i}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account turns requests away.'
    severity: 2
    enabled: true
    scopes: [id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'busy'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Transactions'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ServerBusyError', 'ClientThrottlingError', 'ClientAccountRequestThrottlingError']
            }
          ]
          operator: 'GreaterThan'
          threshold: 20
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}]

// Asks from three places whether the site is ready to work.
resource probe 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'probe-regelloket'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'probe-regelloket'
    Name: 'RegelLoket is ready'
    Kind: 'standard'
    Enabled: true
    Frequency: probeMinutes * 60
    Timeout: 60
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-gb-db3-azr' }, { Id: 'emea-se-sto-edge' }]
    Request: { RequestUrl: readyAddress, HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 21 }
  }
}

resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-unavailable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The site does not say that it is ready, or its certificate ends within three weeks.'
    severity: 0
    enabled: true
    scopes: [probe.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: probe.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource vaultEvents 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${vaultName}'
  location: location
  tags: tags
  properties: {
    source: vault.id
    topicType: 'Microsoft.KeyVault.vaults'
  }

  // A secret or certificate announces its end thirty days before, and again on the day.
  resource expiring 'eventSubscriptions' = {
    name: 'expiring-secrets'
    properties: {
      eventDeliverySchema: 'CloudEventSchemaV1_0'
      filter: {
        includedEventTypes: [
          'Microsoft.KeyVault.SecretNearExpiry'
          'Microsoft.KeyVault.SecretExpired'
          'Microsoft.KeyVault.CertificateNearExpiry'
          'Microsoft.KeyVault.CertificateExpired'
        ]
      }
      destination: {
        endpointType: 'MonitorAlert'
        properties: {
          severity: 'Sev2'
          description: 'A secret or certificate of RegelLoket is about to expire. See "Sleutels en geheimen wisselen" in docs/operations.md.'
          actionGroups: [people.id]
        }
      }
    }
  }
}
