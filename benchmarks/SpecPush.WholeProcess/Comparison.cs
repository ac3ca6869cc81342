namespace SpecPush.WholeProcess;

/// <summary>The times of two programs that ran in turn, in seconds.</summary>
/// <remarks>
/// Each round is compared for itself, because the speed of a shared machine can double from one minute to the next: what the difference of two medians says then
/// depends on where each of them falls.
/// </remarks>
internal sealed class Comparison(IReadOnlyCollection<(double Baseline, double Program)> rounds)
{
    public double Baseline => Median(rounds.Select(static round => round.Baseline));

    public double Program => Median(rounds.Select(static round => round.Program));

    public double Ratio => Median(rounds.Select(static round => round.Program / round.Baseline));

    public double Difference => Median(rounds.Select(static round => round.Program - round.Baseline));

    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
