using ActorCafe.Cli;

return await CommandLine.RunAsync(args);
