namespace SpecPush.Tests.Reliability;

/// <summary>Something that goes wrong between a run and the server.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Behaviour">What happens to a connection; null passes it on.</param>
internal sealed record Fault(string Name, Func<Scene, ProxiedConnection, Task>? Behaviour = null)
{
    /// <summary>Which connections of the run it affects, from 1.</summary>
    public Predicate<int> Hits { get; init; } = static _ => true;

    /// <summary>Whether something listens at the server's address.</summary>
    public bool Listens { get; init; } = true;

    /// <summary>Something that happens before the run.</summary>
    public Action<Scene>? Before { get; init; }

    /// <summary>The address for the run, if it is not the proxy's.</summary>
    public Func<Scene, Uri>? Address { get; init; }

    /// <summary>A status, so that rows with the same result can be joined.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the checkout needs three requests.</summary>
    public bool IsLarge { get; init; }

    public Fault Once() => this with { Name = $"{Name}, once", Hits = static connection => connection == 1 };

    public Fault On(int connection) => this with { Hits = number => number == connection };

    public Fault Large() => this with { IsLarge = true };
}

/// <summary>What a fault can use.</summary>
/// <param name="Proxy">The proxy that the run connects to.</param>
/// <param name="Elsewhere">Another server, to which nothing must be sent.</param>
/// <param name="Time">The run's clock.</param>
/// <param name="Cancellation">Cancels the run.</param>
internal sealed record Scene(FaultyProxy Proxy, FaultyProxy Elsewhere, SkippingTime Time, CancellationTokenSource Cancellation);
