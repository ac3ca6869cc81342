// Each test starts builds of its own, which use both cores of a small machine.
[assembly: DoNotParallelize]
