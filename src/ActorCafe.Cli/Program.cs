using ActorCafe.Cli;

// What is done once is interpreted sooner than compiled: Akka's regular expressions and the expressions that make its actors are a
// tenth of a run's start. A node does the same things all day.
if (args is not ["node", ..])
{
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
}

return await CommandLine.RunAsync(args);
