namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Stages one after the other, each with one queue for all its servers, exponential services and Poisson arrivals.</summary>
/// <remarks>
/// J. R. Jackson, "Networks of waiting lines", Operations Research 5 (1957); P. J. Burke, "The output of a queuing system",
/// Operations Research 4 (1956): what leaves an M/M/c is Poisson again, so every stage waits as an M/M/c of its own; Kleinrock I (1975), 4.8.
/// </remarks>
public static class Tandem
{
    /// <summary>The mean time from coming to leaving the last stage, in seconds.</summary>
    /// <param name="gap">Mean seconds between customers.</param>
    /// <param name="stages">Each stage's servers and mean seconds of service.</param>
    public static double MeanResponse(double gap, params (int Servers, double Service)[] stages) =>
        stages.Sum(stage => ErlangC.MeanResponse(stage.Servers, gap, stage.Service));
}
