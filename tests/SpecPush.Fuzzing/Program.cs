using SpecPush.Fuzzing;

// The same program once more, on instrumented copies of what it tests.
using var instrumented = new InstrumentedContext();
return instrumented.Run(typeof(FuzzCommand), args);
