using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Remoting.Tls;

namespace ActorCafe.Cli.Commands;

/// <summary><c>certificates</c>: creates a certificate authority and node certificates for TLS between the nodes of a cluster.</summary>
internal static class CertificatesCommand
{
    private const string PasswordVariable = "CAFE_TLS_PASSWORD";
    private const int GeneratedPasswordLength = 32;

    // Allowed difference between the clocks of two nodes.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "The folder to write to; an authority that is already there is used again",
    };

    private static readonly Option<string[]> Node = new("--node")
    {
        HelpName = "HOST",
        Description = "The name or address by which the other nodes reach a node; repeatable",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Password = new("--password")
    {
        HelpName = "TEXT",
        Description = $"The password of the nodes' files ({PasswordVariable}; default: one is generated and shown)",
    };

    public static Command Create()
    {
        var command = new Command("certificates", "Create a certificate authority, and a certificate for each node of a cluster") { Folder, Node, Password };
        command.SetAction(parse => Make(parse.GetRequiredValue(Folder), parse.GetValue(Node) ?? [], parse.GetValue(Password)));
        return command;
    }

    // Not inlined: loads the cluster assembly, which other commands do without.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Make(string folder, string[] hosts, string? asked)
    {
        if (hosts.Length == 0)
        {
            throw new InputException("--node", "none given", "a certificate is for a node", "write --node HOST");
        }

        var given = asked ?? Environment.GetEnvironmentVariable(PasswordVariable);
        var password = string.IsNullOrEmpty(given) ? RandomNumberGenerator.GetHexString(GeneratedPasswordLength, lowercase: true) : given;
        var from = TimeProvider.System.GetUtcNow() - ClocksDiffer;
        Try(folder, () =>
        {
            if (!File.Exists(Path.Combine(folder, CertificateAuthority.CertificateFile)))
            {
                CertificateAuthority.Create(folder, from);
            }
        });
        foreach (var host in hosts)
        {
            Try(host, () =>
            {
                var certificate = CertificateAuthority.Issue(folder, host, password, from);
                Console.Out.WriteLine(Lines(folder, host, certificate, given == password ? "the one you gave" : password));
            });
        }

        return ExitCodes.Done;
    }

    private static string Lines(string folder, string host, string certificate, string password) =>
        $$"""
        # {{host}}
        cafe.cluster.tls {
          certificate = {{HoconPath.InQuotes(Path.GetFullPath(certificate))}}
          password = {{HoconPath.InQuotes(password)}}
          authority = {{HoconPath.InQuotes(Path.GetFullPath(Path.Combine(folder, CertificateAuthority.CertificateFile)))}}
        }
        """;

    private static void Try(string what, Action make)
    {
        try
        {
            make();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new InputException(
                "certificates", what.Length == 0 ? "(empty)" : what, problem.Message.Split(" (Parameter")[0].TrimEnd('.'), "nothing was written for it");
        }
    }
}
