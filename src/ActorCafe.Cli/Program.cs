using ActorCafe.Cli;

// Interpreting code that runs once is faster than compiling it: Akka's regular expressions and actor factories would take a tenth
// of a run's start-up time. A node runs them all day.
if (args is not ["node", ..])
{
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
}

StandardStreams.Guard(needsOutput: args is not ["node", ..]);
return await CommandLine.RunAsync(args);
