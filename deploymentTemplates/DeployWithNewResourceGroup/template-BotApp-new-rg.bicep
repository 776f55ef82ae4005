targetScope = 'subscription'

@description('The name of the new resource group.')
param groupName string

@description('Its region.')
param groupLocation string

@description('The name of the web app; its address is https://NAME.azurewebsites.net.')
@minLength(2)
@maxLength(60)
param appServiceName string

@description('The name of the plan.')
param appServicePlanName string = '${appServiceName}-plan'

@description('The region of the plan and of everything else.')
param appServicePlanLocation string = groupLocation

@description('The size of the plan.')
param appServicePlanSku object = {
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
param UMSIResourceGroupName string = groupName

@description('The tenant of the bot.')
param tenantId string = tenant().tenantId

@description('Storage account for conversations, runners and check-ins: 3 to 24 small letters and digits.')
@minLength(3)
@maxLength(24)
param storageAccountName string = 'coach${uniqueString(subscription().id, groupName, appServiceName)}'

@description('How the storage is copied.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Key vault for the secrets below.')
@minLength(3)
@maxLength(24)
param keyVaultName string = 'coach${uniqueString(subscription().id, groupName, appServiceName)}'

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

@description('The most instances that autoscale starts on the plan; 1 switches it off.')
@minValue(1)
@maxValue(30)
param maxInstances int = 3

@description('Days that logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Who is told when the bot fails or is not ready; empty for nobody.')
param alertEmail string = ''

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: groupName
  location: groupLocation
}

module botApp '../DeployUseExistResourceGroup/template-BotApp-with-rg.bicep' = {
  name: 'botApp'
  scope: group
  params: {
    appServiceName: appServiceName
    newAppServicePlanName: appServicePlanName
    newAppServicePlanLocation: appServicePlanLocation
    newAppServicePlanSku: appServicePlanSku
    appType: appType
    appId: appId
    appSecret: appSecret
    UMSIName: UMSIName
    UMSIResourceGroupName: UMSIResourceGroupName
    tenantId: tenantId
    storageAccountName: storageAccountName
    storageSku: storageSku
    keyVaultName: keyVaultName
    directLineSecret: directLineSecret
    directLineAllowedOrigins: directLineAllowedOrigins
    slackSigningSecret: slackSigningSecret
    slackBotToken: slackBotToken
    warmLanguages: warmLanguages
    maxInstances: maxInstances
    logRetentionDays: logRetentionDays
    alertEmail: alertEmail
  }
}

@description('What template-AzureBot asks for.')
output botEndpoint string = botApp.outputs.botEndpoint
output appId string = botApp.outputs.appId
