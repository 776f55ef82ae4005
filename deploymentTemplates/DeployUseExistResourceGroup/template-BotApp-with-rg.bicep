@description('The name of the web app; its address is https://NAME.azurewebsites.net.')
@minLength(2)
@maxLength(60)
param appServiceName string

@description('An App Service plan (Linux) that is there already; empty to make one.')
param existingAppServicePlanName string = ''

@description('Its region.')
param existingAppServicePlanLocation string = ''

@description('The name of a new plan.')
param newAppServicePlanName string = '${appServiceName}-plan'

@description('The region of a new plan and of everything else.')
param newAppServicePlanLocation string = resourceGroup().location

@description('The size of a new plan.')
param newAppServicePlanSku object = {
  name: 'P0v3'
  capacity: 1
}

@description('How the bot proves who it is. UserAssignedMSI has no password that could leak or expire.')
@allowed(['UserAssignedMSI', 'SingleTenant', 'MultiTenant'])
param appType string = 'UserAssignedMSI'

@description('The app registration of the bot; empty with UserAssignedMSI, whose identity is made here.')
param appId string = ''

@description('Its password; empty with UserAssignedMSI.')
@secure()
param appSecret string = ''

@description('The user-assigned identity that the web app runs under; it is made if it is not there.')
param UMSIName string = '${appServiceName}-identity'

@description('The resource group of that identity.')
param UMSIResourceGroupName string = resourceGroup().name

@description('The tenant of the bot.')
param tenantId string = tenant().tenantId

@description('Storage account for conversations, runners and check-ins: 3 to 24 small letters and digits.')
@minLength(3)
@maxLength(24)
param storageAccountName string = 'coach${uniqueString(resourceGroup().id, appServiceName)}'

@description('How the storage is copied.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Key vault for the secrets below.')
@minLength(3)
@maxLength(24)
param keyVaultName string = 'coach${uniqueString(resourceGroup().id, appServiceName)}'

@description('Signs the web chat\'s tokens: 16 characters or more. Empty switches the web chat off.')
@secure()
param directLineSecret string = ''

@description('Pages of other sites that may hold the chat, with blanks between: https://club.example.')
param directLineAllowedOrigins string = ''

@description('Slack\'s signing secret; empty without Slack.')
@secure()
param slackSigningSecret string = ''

@description('The bot token of the Slack workspace, xoxb-…; empty without Slack.')
@secure()
param slackBotToken string = ''

@description('Languages that are ready before the first runner comes.')
param warmLanguages string = 'en'

@description('The most instances that autoscale starts on a new plan; 1 switches it off.')
@minValue(1)
@maxValue(30)
param maxInstances int = 3

@description('Days that logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Who is told when the bot fails or is not ready; empty for nobody.')
param alertEmail string = ''

var makesPlan = empty(existingAppServicePlanName)
var location = makesPlan || empty(existingAppServicePlanLocation)
  ? newAppServicePlanLocation
  : existingAppServicePlanLocation
var usesIdentity = appType == 'UserAssignedMSI'
var secrets = {
  'app-password': appSecret
  'direct-line-secret': directLineSecret
  'slack-signing-secret': slackSigningSecret
  'slack-bot-token': slackBotToken
}

module identity '../modules/identity.bicep' = {
  name: 'identity'
  scope: resourceGroup(UMSIResourceGroupName)
  params: {
    name: UMSIName
    location: location
  }
}

module storage '../modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: storageAccountName
    location: location
    sku: storageSku
    principalId: identity.outputs.principalId
  }
}

module vault '../modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: keyVaultName
    location: location
    principalId: identity.outputs.principalId
    secrets: secrets
  }
}

module monitoring '../modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: appServiceName
    location: location
    retentionDays: logRetentionDays
  }
}

resource existingPlan 'Microsoft.Web/serverfarms@2024-04-01' existing = if (!makesPlan) {
  name: makesPlan ? 'none' : existingAppServicePlanName
}

module newPlan '../modules/plan.bicep' = if (makesPlan) {
  name: 'plan'
  params: {
    name: newAppServicePlanName
    location: location
    sku: newAppServicePlanSku
    maxInstances: maxInstances
  }
}

var inVault = '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName='
var settings = {
  ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  AZURE_CLIENT_ID: identity.outputs.clientId
  MicrosoftAppType: appType
  MicrosoftAppId: usesIdentity ? identity.outputs.clientId : appId
  MicrosoftAppTenantId: tenantId
  Storage__Provider: 'AzureBlobs'
  Storage__AccountUrl: storage.outputs.blobUrl
  DirectLine__Enabled: empty(directLineSecret) ? 'false' : 'true'
  Coach__WarmLanguages: warmLanguages
}
var password = usesIdentity ? {} : { MicrosoftAppPassword: '${inVault}app-password)' }
var webChat = empty(directLineSecret)
  ? {}
  : {
      DirectLine__Secret: '${inVault}direct-line-secret)'
      DirectLine__AllowedOrigins: directLineAllowedOrigins
    }
var slack = empty(slackSigningSecret)
  ? {}
  : {
      Slack__SigningSecret: '${inVault}slack-signing-secret)'
      Slack__BotToken: '${inVault}slack-bot-token)'
    }

module webApp '../modules/webApp.bicep' = {
  name: 'webApp'
  params: {
    name: appServiceName
    location: location
    planId: makesPlan ? newPlan!.outputs.id : existingPlan.id
    identityId: identity.outputs.id
    settings: union(settings, password, webChat, slack)
  }
}

module alerts '../modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    name: appServiceName
    siteId: webApp.outputs.id
    email: alertEmail
  }
}

@description('What template-AzureBot asks for.')
output botEndpoint string = 'https://${webApp.outputs.hostName}/api/messages'
output appId string = usesIdentity ? identity.outputs.clientId : appId
