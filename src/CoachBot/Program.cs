using CoachBot.Commands;

return await CoachCommands.RunAsync(args);
