using CoachBot.Commands;

return await CoachCommands.Create().Parse(args).InvokeAsync();
