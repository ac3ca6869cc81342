// Each test runs its own builds in its own folder. Two at a time keep a small machine busy without waiting for each other.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
