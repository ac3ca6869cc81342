using System.Text.Json;

namespace SpecPush.Actions.Tests.Infrastructure;

/// <summary>The results of a step.</summary>
internal sealed record StepResult(int ExitCode, string Log, string OutputFile, string Summary, JsonElement Report)
{
    public string[] Lines => Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The lines in which the runner finds a command: with <c>::</c> at their start, or with <c>##[</c> anywhere. It compares as people read
    /// (actions/runner, ActionCommand.cs), so that characters without a width do not count.
    /// </summary>
    public string[] Commands =>
    [
        .. Log.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => line.TrimStart().StartsWith("::", StringComparison.InvariantCulture) || line.Contains("##[", StringComparison.InvariantCulture)),
    ];

    /// <summary>The outputs as the runner reads them.</summary>
    public IReadOnlyDictionary<string, string> Outputs
    {
        get
        {
            var outputs = new Dictionary<string, string>();
            using var lines = ((IEnumerable<string>)OutputFile.Split('\n')).GetEnumerator();
            while (lines.MoveNext() && lines.Current.Length > 0)
            {
                var (name, delimiter) = lines.Current.Split("<<", 2) is [var left, var right] ? (left, right) : throw new FormatException(lines.Current);
                var value = new List<string>();
                while (lines.MoveNext() && lines.Current != delimiter)
                {
                    value.Add(lines.Current);
                }

                outputs.Add(name, string.Join('\n', value));
            }

            return outputs;
        }
    }

    /// <summary>Everything that a user sees, for a comparison.</summary>
    public string Everything =>
        $"exit code {ExitCode}\n\n[log]\n{Log}\n[outputs]\n{string.Concat(Outputs.Select(static output => $"{output.Key}={output.Value.Replace("\n", "\\n", StringComparison.Ordinal)}\n"))}\n[summary]\n{Summary}";
}
