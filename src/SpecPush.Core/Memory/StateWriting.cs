using SpecPush.Checkout;
using SpecPush.Findings;

namespace SpecPush.Memory;

/// <summary>Remembering is a convenience: where it fails, the next build does some work again, and this one goes on.</summary>
internal static class StateWriting
{
    /// <summary>Null, or the finding that says what went wrong.</summary>
    public static Finding? Try(StateDirectory state, Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CheckoutFindings.StateNotWritten(state.Path, exception.Message);
        }
    }
}
