using System.Collections.Immutable;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>Fills requests with specs and then with references, up to the server's limits.</summary>
internal static class RequestSplitter
{
    public static IEnumerable<PlannedRequest> Split(
        PlannedRequest template, ImmutableArray<Spec> specs, ImmutableArray<AcidReferences> references, RequestBodies bodies)
    {
        var parts = new List<Part>();
        foreach (var spec in specs)
        {
            var size = bodies.SizeOf(spec);
            if (parts.Count == 0 || !parts[^1].HasRoomForSpec(size))
            {
                parts.Add(new Part());
            }

            parts[^1].Add(spec, size);
        }

        // The server refuses a request with only references on a branch with two products; sending a spec again tells it the product.
        var carrier = specs.IsEmpty ? null : specs.MinBy(bodies.SizeOf);
        Fill(parts, references, carrier, bodies);
        return parts.Select(part => template with
        {
            Specs = [.. part.Specs],
            References = [.. part.References],
            Override = template.Override && !part.ContinuesPrevious,
            ContinuesPrevious = part.ContinuesPrevious,
        });
    }

    private static void Fill(List<Part> parts, ImmutableArray<AcidReferences> references, Spec? carrier, RequestBodies bodies)
    {
        var current = 0;
        foreach (var feature in references.GroupBy(static entry => entry.Feature, StringComparer.Ordinal))
        {
            var entries = feature.ToImmutableArray();
            var size = entries.Sum(RequestBodies.SizeOf);
            while (current < parts.Count && !parts[current].HasRoomForReferences(entries.Length, size))
            {
                current++;
            }

            if (current < parts.Count || (entries.Length <= PushLimits.Acids && size <= PushLimits.Body / 2))
            {
                PartAt(parts, current, carrier, bodies).Add(entries, size);
                continue;
            }

            FillWithLargeFeature(parts, entries, carrier, bodies);
            current = parts.Count;
        }
    }

    // The first part replaces the feature's references on the server, and the next ones add to them.
    private static void FillWithLargeFeature(List<Part> parts, ImmutableArray<AcidReferences> entries, Spec? carrier, RequestBodies bodies)
    {
        var part = PartAt(parts, parts.Count, carrier, bodies);
        foreach (var entry in entries)
        {
            var size = RequestBodies.SizeOf(entry);
            if (!part.HasRoomForReferences(1, size))
            {
                part = PartAt(parts, parts.Count, carrier, bodies);
                part.ContinuesPrevious = true;
            }

            part.Add([entry], size);
        }
    }

    private static Part PartAt(List<Part> parts, int index, Spec? carrier, RequestBodies bodies)
    {
        if (index == parts.Count)
        {
            parts.Add(new Part());
            if (carrier is not null)
            {
                parts[^1].Add(carrier, bodies.SizeOf(carrier));
            }
        }

        return parts[index];
    }

    private sealed class Part
    {
        private int _size = PushLimits.Envelope;

        public List<Spec> Specs { get; } = [];

        public List<AcidReferences> References { get; } = [];

        public bool ContinuesPrevious { get; set; }

        public bool HasRoomForSpec(int size) => Specs.Count < PushLimits.Specs && (Specs.Count == 0 || _size + size <= PushLimits.Body);

        public bool HasRoomForReferences(int acids, int size) => References.Count + acids <= PushLimits.Acids && _size + size <= PushLimits.Body;

        public void Add(Spec spec, int size)
        {
            Specs.Add(spec);
            _size += size;
        }

        public void Add(ImmutableArray<AcidReferences> entries, int size)
        {
            References.AddRange(entries);
            _size += size;
        }
    }
}
