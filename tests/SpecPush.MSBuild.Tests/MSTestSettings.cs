// Each test starts builds of its own in a folder of its own; two at a time keep a small machine busy without making them wait for each other.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
