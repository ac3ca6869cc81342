using System.Diagnostics.Metrics;

namespace SpecPush.Testing;

/// <summary>Counts the requests that this process made to a local port, including those that nothing answered.</summary>
internal sealed class RequestCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _total;

    public RequestCount(int port)
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            // docs: "System.Net metrics", http.client.request.duration.
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "server.port" && port.Equals(value))
                {
                    Interlocked.Increment(ref _total);
                }
            }
        });
        _listener.Start();
    }

    public int Total => Volatile.Read(ref _total);

    public void Dispose() => _listener.Dispose();
}
