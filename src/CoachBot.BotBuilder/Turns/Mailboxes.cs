namespace CoachBot.BotBuilder.Turns;

/// <summary>The mailboxes of this process. Those longest unused are given up when the documents they keep grow too large.</summary>
internal sealed class Mailboxes(long maxBytes) : IDisposable
{
    // What a mailbox costs beside its document.
    private const int Overhead = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly LinkedList<Slot> _idle = new();
    private long _bytes;

    /// <summary>The mailbox of a conversation, held until it is given back: it is not given up meanwhile.</summary>
    public Mailbox Take(string key)
    {
        lock (_lock)
        {
            if (!_slots.TryGetValue(key, out var slot))
                _slots[key] = slot = new Slot(new Mailbox(key));
            if (slot.Holders++ == 0 && slot.Place.List is not null)
                _idle.Remove(slot.Place);
            return slot.Mailbox;
        }
    }

    /// <returns>Mailboxes that should be given up but hold marks not yet stored; once stored they go at the next chance.</returns>
    public IReadOnlyList<Mailbox> GiveBack(Mailbox mailbox)
    {
        lock (_lock)
        {
            var slot = _slots[mailbox.Key];
            if (--slot.Holders > 0)
                return [];
            _bytes += mailbox.Bytes + Overhead - slot.Bytes;
            slot.Bytes = mailbox.Bytes + Overhead;
            _idle.AddLast(slot.Place);
            return Trim();
        }
    }

    /// <summary>Conversations in this process that owe something, or hold marks that are not stored yet.</summary>
    public IReadOnlySet<string> Unsettled()
    {
        lock (_lock)
            return _slots.Values.Select(slot => slot.Mailbox).Where(mailbox => mailbox.IsAhead || mailbox.Document?.HasPending == true)
                .Select(mailbox => mailbox.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every mailbox with marks that are not stored yet.</summary>
    public IReadOnlyList<string> Ahead()
    {
        lock (_lock)
            return [.. _slots.Values.Where(slot => slot.Mailbox.IsAhead).Select(slot => slot.Mailbox.Key)];
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var slot in _slots.Values)
                slot.Mailbox.Dispose();
            _slots.Clear();
        }
    }

    private List<Mailbox> Trim()
    {
        var ahead = new List<Mailbox>();
        for (var place = _idle.First; place is not null && _bytes > maxBytes;)
        {
            var (slot, next) = (place.Value, place.Next);
            if (slot.Mailbox.IsAhead)
            {
                ahead.Add(slot.Mailbox);
            }
            else
            {
                _idle.Remove(place);
                _slots.Remove(slot.Mailbox.Key);
                _bytes -= slot.Bytes;
                slot.Mailbox.Dispose();
            }

            place = next;
        }

        return ahead;
    }

    private sealed class Slot
    {
        public Slot(Mailbox mailbox) => (Mailbox, Place) = (mailbox, new LinkedListNode<Slot>(this));

        public Mailbox Mailbox { get; }

        public LinkedListNode<Slot> Place { get; }

        public int Holders { get; set; }

        public int Bytes { get; set; }
    }
}
