namespace ActorCafe.Cli.Tests.Commands;

/// <summary>Errors of the command line, without starting a process.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("rnu", "actorcafe: rnu: no such command; did you mean run?")]
    [InlineData("comapre", "actorcafe: comapre: no such command; did you mean compare?")]
    [InlineData("percolate", "actorcafe: percolate: no such command; the commands are {commands}")]
    [InlineData("run --sede 4", "actorcafe: --sede: no such option of run; did you mean --seed?")]
    [InlineData("run --sede=4", "actorcafe: --sede: no such option of run; did you mean --seed?")]
    [InlineData("run --colour", "actorcafe: --colour: no such option of run; see actorcafe run --help")]
    [InlineData("check --json x", "actorcafe: --json: no such option of check; see actorcafe check --help")]
    [InlineData("--seed 4", "actorcafe: --seed: no such option; see actorcafe --help")]
    [InlineData("run --seed", "--seed: no value: it needs one; --seed N")]
    [InlineData("run --json --quiet", "--json: no value: it needs one; --json FILE|-")]
    [InlineData("run --seed 1 --seed 2", "--seed: given twice: it takes one value; give it once")]
    [InlineData("run --replications many", "--replications: many: not a whole number; write a whole number from 1 to 1000000")]
    [InlineData("run --replications 0", "--replications: 0: out of range; write a whole number from 1 to 1000000")]
    [InlineData("run --replications -1", "--replications: -1: out of range; write a whole number from 1 to 1000000")]
    [InlineData("compare --parallel 1025", "--parallel: 1025: out of range; write a whole number from 1 to 1024")]
    [InlineData("run --log-level loud", "--log-level: loud: no such level; one of verbose, debug, info, warning, error, off")]
    [InlineData("run --csv -", "--csv: -: it goes to a file, standard output is for tables and JSON; name a file")]
    [InlineData("frob --help", "actorcafe: frob: no such command; the commands are {commands}")]
    [InlineData("rnu --help", "actorcafe: rnu: no such command; did you mean run?")]
    [InlineData("new a b", "actorcafe: b: one too many for new; see actorcafe new --help")]
    public async Task A_wrong_command_line_is_told_in_one_line(string arguments, string line)
    {
        var commands = string.Join(", ", CommandLine.Build().Subcommands.Select(command => command.Name));
        var told = new StringWriter();
        (await CommandLine.RunAsync(arguments.Split(' '), told)).ShouldBe(2);
        told.ToString().ShouldBe(line.Replace("{commands}", commands) + Environment.NewLine);
    }
}
