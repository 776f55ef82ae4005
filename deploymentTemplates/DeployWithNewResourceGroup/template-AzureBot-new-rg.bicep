targetScope = 'subscription'

@description('The name of the new resource group.')
param groupName string

@description('Its region.')
param groupLocation string

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
param UMSIResourceGroupName string = groupName

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

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: groupName
  location: groupLocation
}

module azureBot '../DeployUseExistResourceGroup/template-AzureBot-with-rg.bicep' = {
  name: 'azureBot'
  scope: group
  params: {
    azureBotId: azureBotId
    azureBotSku: azureBotSku
    azureBotRegion: azureBotRegion
    botEndpoint: botEndpoint
    appType: appType
    appId: appId
    UMSIName: UMSIName
    UMSIResourceGroupName: UMSIResourceGroupName
    tenantId: tenantId
    displayName: displayName
    enableTeams: enableTeams
    enableWebChat: enableWebChat
    enableDirectLine: enableDirectLine
  }
}

output botId string = azureBot.outputs.botId
