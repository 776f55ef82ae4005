@description('The name of the Azure Bot: 4 to 42 letters, digits, - and _.')
@minLength(4)
@maxLength(42)
param azureBotId string

@description('F0 is free: Teams and Web Chat without limit, 10,000 messages a month in Direct Line and other premium channels.')
@allowed(['F0', 'S1'])
param azureBotSku string = 'F0'

@description('Where the bot\'s own data lie: global, or westeurope to keep them in Europe.')
@allowed(['global', 'westeurope'])
param azureBotRegion string = 'global'

@description('https://HOST/api/messages: the output botEndpoint of template-BotApp.')
param botEndpoint string

@description('The same as for template-BotApp.')
@allowed(['UserAssignedMSI', 'SingleTenant', 'MultiTenant'])
param appType string = 'UserAssignedMSI'

@description('The output appId of template-BotApp.')
param appId string

@description('With UserAssignedMSI: the name of the identity.')
param UMSIName string = ''

@description('With UserAssignedMSI: its resource group.')
param UMSIResourceGroupName string = resourceGroup().name

@description('The tenant of the bot.')
param tenantId string = tenant().tenantId

@description('The name that people see.')
param displayName string = 'CoachBot'

@description('Azure\'s Teams channel.')
param enableTeams bool = true

@description('Azure\'s Web Chat channel, for the test pane of the portal.')
param enableWebChat bool = true

@description('Azure\'s Direct Line channel. CoachBot serves Direct Line itself under the same id: only with DirectLine:Enabled=false.')
param enableDirectLine bool = false

var usesIdentity = appType == 'UserAssignedMSI'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: azureBotId
  location: azureBotRegion
  kind: 'azurebot'
  sku: {
    name: azureBotSku
  }
  properties: {
    displayName: displayName
    endpoint: botEndpoint
    msaAppType: appType
    msaAppId: appId
    msaAppTenantId: appType == 'MultiTenant' ? '' : tenantId
    msaAppMSIResourceId: usesIdentity
      ? resourceId(UMSIResourceGroupName, 'Microsoft.ManagedIdentity/userAssignedIdentities', UMSIName)
      : ''
    schemaTransformationVersion: '1.3'
    // The keys of Direct Line and Web Chat are the only local sign-in there is.
    disableLocalAuth: !(enableDirectLine || enableWebChat)
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = if (enableTeams) {
  parent: bot
  name: 'MsTeamsChannel'
  location: azureBotRegion
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

resource webChat 'Microsoft.BotService/botServices/channels@2022-09-15' = if (enableWebChat) {
  parent: bot
  name: 'WebChatChannel'
  location: azureBotRegion
  properties: {
    channelName: 'WebChatChannel'
    properties: {
      sites: [
        {
          siteName: 'Default Site'
          isEnabled: true
          isWebchatPreviewEnabled: false
        }
      ]
    }
  }
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = if (enableDirectLine) {
  parent: bot
  name: 'DirectLineChannel'
  location: azureBotRegion
  properties: {
    channelName: 'DirectLineChannel'
    properties: {
      sites: [
        {
          siteName: 'Default Site'
          isEnabled: true
          isV1Enabled: false
          isV3Enabled: true
        }
      ]
    }
  }
}

output botId string = bot.id
